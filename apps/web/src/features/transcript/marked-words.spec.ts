import { describe, expect, it } from '@jest/globals';
import type { SearchHit } from '@roundtable/contracts';
import { marksIn, patternOfHits, splitAtMarks } from './marked-words.js';

function hit(excerpt: string, ...marks: [number, number][]): SearchHit {
  return { seq: 1, at: '', kind: 'statement', speaker: null, excerpt, marks };
}

describe('marked words', () => {
  it('cut a text without losing a character', () => {
    const stretches = splitAtMarks('Water and waters', [
      [0, 5],
      [10, 16],
    ]);
    expect(stretches).toEqual([
      { text: 'Water', isMarked: true },
      { text: ' and ', isMarked: false },
      { text: 'waters', isMarked: true },
    ]);
  });

  it('ignore marks that overlap or lie outside', () => {
    const marks: [number, number][] = [
      [0, 3],
      [2, 4],
      [4, 99],
    ];
    expect(splitAtMarks('abcdef', marks).map(({ text }) => text)).toEqual(['abc', 'def']);
  });

  it('are found as whole words, in the forms the server found, whatever their case', () => {
    const pattern = patternOfHits([hit('суу жана суунун', [0, 3], [9, 15])]);
    expect(pattern && marksIn('Суунун суусу, СУУ.', pattern)).toEqual([
      [0, 6],
      [14, 17],
    ]);
  });

  it('may hold signs that mean something in a pattern', () => {
    const pattern = patternOfHits([hit('a_b(c-d)', [0, 8])]);
    expect(pattern && marksIn('x a_b(c-d) y', pattern)).toEqual([[2, 10]]);
  });

  it('are none where nothing was found', () => {
    expect(patternOfHits([])).toBeNull();
  });
});
