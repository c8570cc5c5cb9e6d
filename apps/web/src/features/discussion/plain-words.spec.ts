import { describe, expect, it } from '@jest/globals';
import { plainWords } from './plain-words.js';

describe('plain words of a Markdown text', () => {
  it('lose their marks, not their letters', () => {
    expect(plainWords('The gauge at **Kyzyl-Jar** is read _daily_.')).toBe(
      'The gauge at Kyzyl-Jar is read daily.',
    );
    expect(plainWords('> quoted\n\nsee [the table](https://example.org)')).toBe('quoted see the table');
    expect(plainWords('snake_case_name and 2 * 3 * 4')).toBe('snake_case_name and 2 * 3 * 4');
  });

  it('are never longer than asked for', () => {
    expect(plainWords('a'.repeat(1_000), 10)).toHaveLength(10);
  });
});
