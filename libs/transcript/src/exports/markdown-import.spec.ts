import { describe, expect, it } from '@jest/globals';
import type { ExportedEntry, NotUnderstoodLine } from '@roundtable/contracts';
import { writeEvent } from './markdown-event.js';
import { PeopleNames } from './people-names.js';
import { Wording } from './wording.js';

function told(language: 'en' | 'ru' | 'ky', line: Partial<NotUnderstoodLine>): string {
  const entry = {
    type: 'transcript.imported',
    data: {
      format: 'w3c',
      file: 'irc.log',
      lines: 9,
      understood: 8,
      notUnderstood: [{ line: 4, text: 'a *line*', reason: 'in *English*', ...line }],
    },
  } as unknown as ExportedEntry;
  const wording = new Wording(language, 'UTC');
  const lines = writeEvent(entry, { wording, names: new PeopleNames([], []), proposals: new Map() });
  return lines.at(-1) ?? '';
}

describe('an import in Markdown', () => {
  it('says in the language of the export why a line was not understood', () => {
    expect(told('en', { code: 'no_nick' })).toBe('- Line 4: a \\*line\\* (it has a time but no name)');
    expect(told('ru', { code: 'nobody_before' })).toContain('(до неё никто ничего не написал)');
    expect(told('ky', { code: 'no_words' })).toContain('(аттан кийин сөз жок)');
  });

  it('keeps the words of an older import that gave no code', () => {
    expect(told('ru', {})).toContain('(in \\*English\\*)');
  });
});
