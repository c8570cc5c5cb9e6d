import { describe, expect, it } from '@jest/globals';
import {
  correctedNames,
  isImportable,
  isPeopleList,
  problemOf,
  type LogFile,
  type LogSummary,
} from './log-files.js';

const summary = {
  problem: null,
  importedAs: null,
  speakers: [
    { key: 'aibek', nicks: ['aibek'], name: 'aibek', statements: 3 },
    { key: 'temir', nicks: ['temir', 'temir2'], name: 'Temir', statements: 1 },
  ],
} as unknown as LogSummary;
const file = (change: Partial<LogFile>) =>
  ({ id: 1, summary, names: {}, result: null, error: null, ...change }) as LogFile;

describe('a log to import', () => {
  it('sends only names that were changed, and none that was emptied', () => {
    expect(correctedNames(file({ names: { aibek: ' Aibek Sultanov ', temir: 'Temir' } }))).toEqual({
      aibek: 'Aibek Sultanov',
    });
    expect(correctedNames(file({ names: { aibek: '  ' } }))).toEqual({});
  });

  it('is imported once: not when it was before, is no log, or has become a meeting', () => {
    expect(isImportable(file({}))).toBe(true);
    expect(isImportable(file({ summary: null }))).toBe(false);
    expect(isImportable(file({ summary: { ...summary, importedAs: 'm' } }))).toBe(false);
    expect(isImportable(file({ summary: { ...summary, problem: { code: 'not_a_log', message: '' } } }))).toBe(
      false,
    );
    expect(isImportable(file({ result: { file: 'a', meeting: 'm', duplicate: false, problem: null } }))).toBe(
      false,
    );
  });

  it('says why it cannot be imported, and is not imported again where the import found out', () => {
    const found = (code: string) => ({ code, message: '' });
    const of = (code: string) => problemOf(file({ summary: { ...summary, problem: found(code) } }));
    expect(of('not_a_log')).toBe('problem_not_a_log');
    expect(of('log_undated')).toBe('problem_log_undated');
    expect(of('unreadable_file')).toBe('problem_unreadable_file');
    const result = { file: 'a', meeting: null, duplicate: false, problem: found('unreadable_file') };
    expect([problemOf(file({ result })), isImportable(file({ result }))]).toEqual([
      'problem_unreadable_file',
      false,
    ]);
    expect(problemOf(file({}))).toBeNull();
  });

  it('is no list of people', () => {
    expect(isPeopleList({ name: 'People.JSON' })).toBe(true);
    expect(isPeopleList({ name: 'irc.log' })).toBe(false);
  });
});
