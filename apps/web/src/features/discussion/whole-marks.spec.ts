import { describe, expect, it } from '@jest/globals';
import { withWholeMarks } from './whole-marks.js';

const source = 'We **publish** the _daily_ data.';
const marked = (words: string) => {
  const from = source.indexOf(words);
  return withWholeMarks(source, from, from + words.length).words;
};

describe('words marked in Markdown', () => {
  it('take along the mark whose partner they hold', () => {
    expect(marked('publish** the')).toBe('**publish** the');
    expect(marked('We **publish')).toBe('We **publish**');
    expect(marked('the _daily')).toBe('the _daily_');
  });

  it('stay as they are where the marks are whole, or none', () => {
    expect(marked('We **publish** the')).toBe('We **publish** the');
    expect(marked('publish')).toBe('publish');
    expect(marked('data.')).toBe('data.');
  });
});
