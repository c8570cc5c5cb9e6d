import { describe, expect, it } from '@jest/globals';
import { diffOf, diffTexts, firstWordsOf } from './amendment-diff.js';

describe('what an amendment changes', () => {
  it('is told by words, without the marks of Markdown around them', () => {
    expect(diffTexts('The **gauge** is read daily.', 'The **gauge** is read hourly.')).toEqual([
      { kind: 'same', words: 'The gauge is read ' },
      { kind: 'removed', words: 'daily.' },
      { kind: 'added', words: 'hourly.' },
    ]);
  });

  it('takes a word for the same at the end of a line and within it', () => {
    expect(diffTexts('- published', '- published weekly\n- free')).toEqual([
      { kind: 'same', words: '- published ' },
      { kind: 'added', words: 'weekly\n- free' },
    ]);
  });

  it('shows the marks where nothing else was changed', () => {
    expect(diffTexts('The gauge', 'The **gauge**')).toEqual([
      { kind: 'same', words: 'The ' },
      { kind: 'removed', words: 'gauge' },
      { kind: 'added', words: '**gauge**' },
    ]);
  });

  it('is all new where words are inserted, and all gone where they are deleted', () => {
    expect(diffOf({ was: null, text: 'New words.' })).toEqual([{ kind: 'added', words: 'New words.' }]);
    expect(diffOf({ was: 'Old words.', text: null })).toEqual([{ kind: 'removed', words: 'Old words.' }]);
  });

  it('is chosen by its first words in one line', () => {
    expect(firstWordsOf('- one\n- two')).toBe('one two');
    expect(firstWordsOf('a '.repeat(100))).toHaveLength(70);
  });
});
