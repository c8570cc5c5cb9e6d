import { describe, expect, it } from '@jest/globals';
import { countBrackets } from '@roundtable/contracts';
import fc from 'fast-check';
import { fitParagraphs } from './fit-paragraphs.js';

describe('words made to fit into paragraphs', () => {
  it.each<[string, string, string[]]>([
    ['stay one where they are short', 'One.\n\nTwo.', ['One.\n\nTwo.']],
    ['are cut at a blank line', 'One and two.\n \nThree and four.', ['One and two.', 'Three and four.']],
    ['are cut where a line ends', '• one of these\n• two of these', ['• one of these', '• two of these']],
    [
      'are cut where a sentence ends',
      'We meet. We publish (it.) We go.',
      ['We meet.', 'We publish (it.)', 'We go.'],
    ],
    ['are cut between words', 'one two three four five six', ['one two three four', 'five six']],
    ['are cut anywhere where there is no space', 'a'.repeat(45), ['a'.repeat(22), 'a'.repeat(22), 'a']],
    ['keep a bracket whole', 'We [shall || should. Not] meet.', ['We', '[shall || should. Not]', 'meet.']],
    ['are none of nothing', ' \n ', []],
  ])('%s', (_, words, paragraphs) => {
    expect(fitParagraphs(words, 22)).toEqual(paragraphs);
  });

  it('make signs of all brackets where one is longer than a paragraph may be', () => {
    const paragraphs = fitParagraphs('[one] [two three four five six seven]', 20);
    expect(paragraphs).toEqual(['\\[one\\] \\[two three', 'four five six', 'seven\\]']);
    expect(paragraphs.map(countBrackets)).toEqual([0, 0, 0]);
  });

  it('lose nothing but spaces, never grow too long, and keep their brackets paired', () => {
    const seed = Date.now() % 2 ** 31;
    const unit = fc.constantFrom('a', 'Ө', '😀', '[', ']', '|', '\\', '.', ' ', '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (words) => {
        const paragraphs = fitParagraphs(words, 12);
        for (const text of paragraphs) {
          expect(text.length).toBeLessThanOrEqual(12);
          expect(text.trim()).not.toBe('');
          expect(() => countBrackets(text)).not.toThrow();
          expect(text).not.toMatch(/\p{Surrogate}/u);
        }
        const bare = (text: string) => text.replace(/[\s\\]/g, '');
        expect(bare(paragraphs.join(''))).toBe(bare(words));
      }),
      { seed, verbose: 1 },
    );
  });
});
