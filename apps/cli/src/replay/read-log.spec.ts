import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLog } from './read-log.js';

describe('the log of a replay', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roundtable-log-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['utf8', 'latin1'] as const)('keeps its words where it was written in %s', (encoding) => {
    const file = join(folder, `2025-11-22-${encoding}.log`);
    writeFileSync(file, '10:00:00 <aida> the café is open\n10:00:05 <timur> so we meet there\n', encoding);
    expect(JSON.stringify(readLog(file).events)).toContain('the café is open');
  });
});
