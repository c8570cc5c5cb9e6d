import { describe, expect, it } from '@jest/globals';
import { fixSource, wordsOf, type SourceText } from './provenance.js';

const TEXT = 'Мы предлагаем 🌊 обмен данными о стоке — каждый месяц.';
const entry: SourceText = { room: 'room', seq: 4, textSeq: 9, text: TEXT, isWithdrawn: false };

function mark(words: string) {
  const from = TEXT.indexOf(words);
  return { seq: 4, from, to: from + words.length, words };
}

describe('provenance', () => {
  it('fixes the place and the hash of the words', () => {
    const marked = mark('🌊 обмен данными');
    const source = fixSource(marked, entry);
    expect(source).toEqual({
      room: 'room',
      seq: 4,
      textSeq: 9,
      from: 14,
      to: 30,
      sha256: '0e77427b66083f103e27c5410f31ea0886ea94d41b8e9906d97d012c604fc43a',
    });
  });

  it.each([
    ['other words at the place', { seq: 4, from: 0, to: 2, words: 'мы' }],
    ['a place beyond the end', { seq: 4, from: 50, to: 90, words: TEXT.slice(50) + ' ' }],
    ['an empty place', { seq: 4, from: 3, to: 3, words: '' }],
    ['a place that runs backwards', { seq: 4, from: 5, to: 3, words: '' }],
    ['words shifted by one', { ...mark('обмен'), from: TEXT.indexOf('обмен') + 1 }],
  ])('refuses %s', (_, marked) => {
    expect(() => fixSource(marked, entry)).toThrow(
      expect.objectContaining({ code: 'words_mismatch', data: { seq: 4, textSeq: 9 } }),
    );
  });

  it('refuses words withdrawn and entries that are not there', () => {
    const marked = mark('обмен');
    const withdrawn = { ...entry, isWithdrawn: true };
    expect(() => fixSource(marked, withdrawn)).toThrow(expect.objectContaining({ code: 'target_withdrawn' }));
    expect(() => fixSource(marked, undefined)).toThrow(expect.objectContaining({ code: 'target_missing' }));
  });

  it('gives the words back while the text stands, and nothing once it was removed or replaced', () => {
    const source = fixSource(mark('обмен данными'), entry);
    expect(wordsOf(source, TEXT)).toBe('обмен данными');
    expect(wordsOf(source, '')).toBeNull();
    expect(wordsOf(source, null)).toBeNull();
    expect(wordsOf(source, TEXT.replaceAll('о', 'o'))).toBeNull();
  });
});
