import { describe, expect, it } from '@jest/globals';
import type { ParticipantView } from '@roundtable/contracts';
import { matchMentions, mentionQuery, mentionsIn } from './mention-search.js';

const person = (id: string, name: string): ParticipantView => ({
  ...{ id, name, position: null, delegation: null, roles: ['expert'], language: null, attendance: null },
  removed: false,
});
const people = [
  person('a', 'Nurlan Asanov'),
  person('b', 'Айгүл Токтосунова'),
  person('c', 'Asel Nurlanova'),
];

describe('mentions', () => {
  it('are looked for after an @ that begins a word', () => {
    expect(mentionQuery('I ask @Nur', 10)).toEqual({ at: 6, words: 'Nur' });
    expect(mentionQuery('@', 1)).toEqual({ at: 0, words: '' });
    expect(mentionQuery('mail@example', 12)).toBeNull();
    expect(mentionQuery('@Nurlan\nthen', 12)).toBeNull();
  });

  it('find people by any part of the name, in any script, oneself excepted', () => {
    expect(matchMentions(people, 'nurl', 'x').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(matchMentions(people, 'токто', 'x').map(({ id }) => id)).toEqual(['b']);
    expect(matchMentions(people, 'nurl', 'a').map(({ id }) => id)).toEqual(['c']);
  });

  it('are those whose whole name stands in the text', () => {
    expect(mentionsIn('@Nurlan Asanov, please', people)).toEqual(['a']);
    expect(mentionsIn('@Nurlan, please', people)).toEqual([]);
  });
});
