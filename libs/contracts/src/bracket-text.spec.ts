import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  adoptBrackets,
  BracketFault,
  countBrackets,
  escapeBrackets,
  placesToCut,
  readBrackets,
  settleBracket,
  type TextRun,
} from './bracket-text.js';

describe('bracketed text', () => {
  it('has agreed words, open words and alternatives', () => {
    expect(readBrackets('The parties [shall || should] publish [monthly] figures.')).toEqual([
      { kind: 'agreed', text: 'The parties ' },
      { kind: 'bracket', source: 'shall || should', options: ['shall', 'should'] },
      { kind: 'agreed', text: ' publish ' },
      { kind: 'bracket', source: 'monthly', options: ['monthly'] },
      { kind: 'agreed', text: ' figures.' },
    ]);
  });

  it.each([
    ['an [open one', 'unclosed'],
    ['a closed] one', 'unopened'],
    ['one [in [another]]', 'nested'],
    ['nothing in []', 'empty'],
    ['no words for [A || ]', 'empty'],
  ])('refuses %j as %s', (text, fault) => {
    expect(() => readBrackets(text)).toThrow(BracketFault);
    expect(() => readBrackets(text)).toThrow(expect.objectContaining({ fault }));
  });

  it('settles one bracket and leaves the others open', () => {
    const text = 'We [shall || should] meet [in spring].';
    expect(settleBracket(text, 1, 'in May')).toEqual({
      text: 'We [shall || should] meet in May.',
      was: 'in spring',
    });
    expect(settleBracket(text, 0, 'shall')?.text).toBe('We shall meet [in spring].');
    expect(settleBracket(text, 1, '')?.text).toBe('We [shall || should] meet.');
    expect(settleBracket(text, 2, 'x')).toBeNull();
  });

  it('never opens a bracket by what stands in the place of one', () => {
    const settled = settleBracket('a [b] c', 0, '[d || e] \\')?.text ?? '';
    expect(countBrackets(settled)).toBe(0);
    expect(readBrackets(settled)).toEqual([{ kind: 'agreed', text: 'a [d || e] \\ c' }]);
  });

  it('is cut in two anywhere but in a bracket, an escape or a character', () => {
    expect(placesToCut('a[b]\\[😀c')).toEqual([1, 4, 6, 8]);
    const seed = Date.now() % 2 ** 31;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '|', '\\', 'a', '😀', ' ') }), (words) => {
        const text = adoptBrackets(words);
        for (const at of placesToCut(text))
          expect(
            [...readBrackets(text.slice(0, at)), ...readBrackets(text.slice(at))].map(wordsOf).join(''),
          ).toBe(readBrackets(text).map(wordsOf).join(''));
      }),
      { seed, verbose: 1 },
    );
  });

  it('gives any words back as they were, once their brackets are signs', () => {
    const seed = Date.now() % 2 ** 31;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '|', '\\', 'a', 'Ө', ' ') }), (words) => {
        const runs = readBrackets(escapeBrackets(words));
        expect(runs.map((run) => (run.kind === 'agreed' ? run.text : '?')).join('')).toBe(words);
        expect(() => readBrackets(adoptBrackets(words))).not.toThrow();
      }),
      { seed, verbose: 1 },
    );
  });
});

function wordsOf(run: TextRun): string {
  return run.kind === 'agreed' ? run.text : `[${run.source}]`;
}
