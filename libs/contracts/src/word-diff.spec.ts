import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffWords } from './word-diff.js';

function without(kind: 'added' | 'removed', parts: ReturnType<typeof diffWords>): string {
  return parts
    .filter((part) => part.kind !== kind)
    .map(({ words }) => words)
    .join('');
}

describe('The difference of two texts by words', () => {
  it('names the word that was replaced, and nothing else', () => {
    expect(diffWords('Readings come every hour.', 'Readings come every day.')).toEqual([
      { kind: 'same', words: 'Readings come every ' },
      { kind: 'removed', words: 'hour.' },
      { kind: 'added', words: 'day.' },
    ]);
  });

  it('finds a paragraph put between two that stay', () => {
    expect(diffWords('One.\n\nThree.', 'One.\n\nTwo.\n\nThree.')).toEqual([
      { kind: 'same', words: 'One.\n\n' },
      { kind: 'added', words: 'Two.\n\n' },
      { kind: 'same', words: 'Three.' },
    ]);
  });

  it('is the shortest for the example of its source', () => {
    const parts = diffWords('A B C A B B A ', 'C B A B A C ');
    expect(
      parts.filter(({ kind }) => kind !== 'same').flatMap(({ words }) => words.trim().split(' ')),
    ).toHaveLength(5);
  });

  it('says of equal texts that they are the same, and of nothing that it is nothing', () => {
    expect(diffWords('same\ntext', 'same\ntext')).toEqual([{ kind: 'same', words: 'same\ntext' }]);
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('', 'new')).toEqual([{ kind: 'added', words: 'new' }]);
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('су', 'вода', 'water', ' ', '\n', '\n\n', '  ', 'ү', '\t', '.'), {
        maxLength: 60,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(without('added', parts)).toBe(before);
        expect(without('removed', parts)).toBe(after);
      }),
      { seed: 20261122, numRuns: 1_000 },
    );
  });

  it('compares long texts that have nothing in common within two seconds', () => {
    const text = (word: string): string =>
      Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const begunAt = performance.now();
    expect(diffWords(text('a'), text('b'))).toHaveLength(2);
    expect(performance.now() - begunAt).toBeLessThan(2_000);
  });
});
