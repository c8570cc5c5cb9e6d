import { describe, expect, it } from '@jest/globals';
import { readBrackets } from '@roundtable/contracts';
import {
  becomes,
  firstChoice,
  GONE,
  hasOwnWords,
  OTHER,
  rebaseChoice,
  type Bracket,
} from './bracket-choice.js';

const bracket = (words: string) => readBrackets(words).find(({ kind }) => kind === 'bracket') as Bracket;

const SHALL = bracket('It [shall || should] be read.');
const DAILY = bracket('It is read [daily || weekly].');

describe('the choice at a bracket', () => {
  it('is the first alternative, another, other words or none', () => {
    expect(becomes(firstChoice(SHALL), SHALL)).toBe('shall');
    expect(becomes({ choice: '1', other: 'shall' }, SHALL)).toBe('should');
    expect(becomes({ choice: OTHER, other: ' may ' }, SHALL)).toBe('may');
    expect(becomes({ choice: GONE, other: 'may' }, SHALL)).toBe('');
  });

  it('stays where others changed the paragraph around the same bracket', () => {
    const chosen = { choice: GONE, other: 'shall' };
    expect(rebaseChoice(chosen, SHALL, bracket('Each gauge [shall || should] be read.'))).toEqual(chosen);
  });

  it('is made anew where the bracket reads otherwise, so that nothing goes that was not looked at', () => {
    expect(rebaseChoice({ choice: GONE, other: 'shall' }, SHALL, DAILY)).toEqual(firstChoice(DAILY));
  });

  it('keeps words of one’s own, to be chosen again', () => {
    const own = { choice: OTHER, other: 'may' };
    expect([hasOwnWords(own, SHALL), hasOwnWords(firstChoice(SHALL), SHALL)]).toEqual([true, false]);
    expect(rebaseChoice(own, SHALL, DAILY)).toEqual({ choice: '0', other: 'may' });
  });
});
