import { describe, expect, it } from '@jest/globals';
import { plainLine, plainWords } from './plain-words.js';

describe('plain words of a Markdown text', () => {
  it.each([
    ['The gauge at **Kyzyl-Jar** is read _daily_.', 'The gauge at Kyzyl-Jar is read daily.'],
    ['> quoted\n\nsee [the table](https://example.org)', 'quoted see the table'],
    ['# Heading\n- one\n2. two', 'Heading one two'],
    ['snake_case_name and 2 * 3 * 4, `2*3`', 'snake_case_name and 2 * 3 * 4, 2*3'],
    ['__All__ of window.__harmed and a.__b', 'All of window.__harmed and a.__b'],
    ['~~old~~ \\*kept\\*', 'old *kept*'],
    ['**', '**'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('of %j is %j', (markdown, expected) => {
    expect(plainLine(markdown)).toBe(expected);
  });

  it('keeps the lines where only the marks are to go', () => {
    expect(plainWords('*one*\n**two**')).toBe('one\ntwo');
  });
});
