import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { CliError } from './cli-error.js';
import { writeFileOrRefuse } from './write-file.js';

describe('a file that a command writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rt-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the place of what is there', () => {
    const path = join(folder, 'minutes.md');
    writeFileSync(path, 'the minutes of last week, which were longer');
    writeFileOrRefuse(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('says in one sentence why it cannot be written, and what to do', () => {
    writeFileSync(join(folder, 'a-file'), '');
    const refusals: [path: string, sentence: string][] = [
      [join(folder, 'gone', 'm.md'), '(ENOENT): make its folder first, or choose another one.'],
      [folder, '(EISDIR): it is a folder, so name a file in it.'],
      [join(folder, 'a-file', 'm.md'), '(ENOTDIR): a part of the path is a file, so choose another folder.'],
    ];
    for (const [path, sentence] of refusals)
      expect(() => writeFileOrRefuse(path, 'words')).toThrow(
        new CliError(`${path} cannot be written ${sentence}`),
      );
  });
});
