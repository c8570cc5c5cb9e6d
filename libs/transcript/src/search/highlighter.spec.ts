import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlight } from './highlighter.js';

function markedWords(text: string, isWanted: (word: string) => boolean) {
  const { excerpt, marks } = highlight(text, isWanted);
  return marks.map(([from, to]) => excerpt.slice(from, to));
}

describe('the highlighter', () => {
  it('marks each wanted word where it stands', () => {
    expect(highlight('Water, then more WATER.', (word) => word === 'water')).toEqual({
      excerpt: 'Water, then more WATER.',
      marks: [
        [0, 5],
        [17, 22],
      ],
    });
  });

  it('cuts a long text around the place where most wanted words stand', () => {
    const filler = 'entirely other matters were discussed at length '.repeat(20);
    const { excerpt, marks } = highlight(`dam ${filler} dam and dam ${filler}`, (word) => word === 'dam');
    expect(excerpt.length).toBeLessThan(300);
    expect(excerpt.startsWith('…') && excerpt.endsWith('…')).toBe(true);
    expect(marks).toHaveLength(2);
  });

  it('leaves markup as text', () => {
    const text = '<script>alert("dam")</script> <b>dam</b>';
    expect(highlight(text, (word) => word === 'dam').excerpt).toBe(text);
    expect(markedWords(text, (word) => word === 'dam')).toEqual(['dam', 'dam']);
  });

  it('keeps its offsets right beside emoji, combining marks and letters that change length', () => {
    const text = '👩🏽‍🚒 İSTANBUL суу 🌊 суу';
    expect(markedWords(text, (word) => word === 'суу')).toEqual(['суу', 'суу']);
  });

  it('gives marks inside the excerpt and never half of a character, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 2000 }),
        fc.string({ maxLength: 1 }),
        (text, letter) => {
          const { excerpt, marks } = highlight(text, (word) => word.startsWith(letter));
          expect(/\p{Surrogate}/u.test(excerpt) && !/\p{Surrogate}/u.test(text)).toBe(false);
          for (const [from, to] of marks) expect(from >= 0 && from < to && to <= excerpt.length).toBe(true);
        },
      ),
    );
  });
});
