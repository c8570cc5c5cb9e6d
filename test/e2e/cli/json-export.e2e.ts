import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingExport } from '@roundtable/contracts';
import { mustRun, roundtable } from '../../support/command-line.js';
import { freshInstallation, type Installation } from '../../support/installation.js';
import { writeInventedLog } from '../../support/invented-log.js';

/** Each command line is a whole program that starts, and some start a Postgres. */
const SLOWEST_MS = 180_000;

const SOME_TIME = '"exportedAt":"2026-01-01T00:00:00.000Z"';

describe('a meeting exported as JSON', () => {
  let here: Installation;
  let elsewhere: Installation;
  let meeting: string;
  let file: string;
  beforeAll(async () => {
    [here, elsewhere] = await Promise.all([freshInstallation(), freshInstallation()]);
    const log = writeInventedLog(here.dataDir, { withMinutes: false });
    const said = await mustRun(['import', 'w3c', log], here.settings);
    meeting = /became meeting (\S+)/.exec(said)?.[1] ?? '';
    file = join(here.dataDir, 'meeting.json');
  }, SLOWEST_MS);
  afterAll(() => Promise.all([here.dispose(), elsewhere.dispose()]));

  it(
    'is written to the terminal as nothing but the file itself',
    async () => {
      const { code, stdout } = await roundtable(['export', meeting, '--format', 'json'], here.settings);
      expect(code).toBe(0);
      const exported = JSON.parse(stdout) as MeetingExport;
      expect(exported).toMatchObject({ format: 'roundtable.meeting', version: 1, meeting: { id: meeting } });
      expect(exported.entries.map(({ seq }) => seq)).toEqual(exported.entries.map((_, index) => index + 1));
    },
    SLOWEST_MS,
  );

  it(
    'says in one sentence where it cannot be written',
    async () => {
      const out = join(here.dataDir, 'gone', 'meeting.json');
      const { code, stdout, stderr } = await roundtable(['export', meeting, '--out', out], here.settings);
      expect([code, stdout, stderr]).toEqual([
        2,
        '',
        `${out} cannot be written (ENOENT): make its folder first, or choose another one.\n`,
      ]);
    },
    SLOWEST_MS,
  );

  it(
    'imported elsewhere and exported again is the same byte for byte, but for the time of the export',
    async () => {
      await mustRun(['export', meeting, '--format', 'json', '--out', file], here.settings);
      const said = await mustRun(['import', 'json', file], elsewhere.settings);
      expect(said).toContain(`${file}: became meeting ${meeting}`);
      const again = join(elsewhere.dataDir, 'again.json');
      await mustRun(['export', meeting, '--format', 'json', '--out', again], elsewhere.settings);
      expect(withoutTime(again)).toBe(withoutTime(file));
      expect(withoutTime(file)).toContain(SOME_TIME);
    },
    SLOWEST_MS,
  );

  it(
    'is refused where its ids exist',
    async () => {
      const { code, stderr } = await roundtable(['import', 'json', file], elsewhere.settings);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^[^\n]+\.\n$/);
      const { stdout } = await roundtable(['meetings'], elsewhere.settings);
      expect(stdout.trim().split('\n')).toHaveLength(1);
    },
    SLOWEST_MS,
  );

  it(
    'is refused in one sentence when it is cut off, and nothing of it is stored',
    async () => {
      const half = join(elsewhere.dataDir, 'half.json');
      writeFileSync(half, readFileSync(file).subarray(0, 2_000));
      const { code, stderr } = await roundtable(['import', 'json', half], elsewhere.settings);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^[^\n]+\.\n$/);
    },
    SLOWEST_MS,
  );

  it(
    'can be read as Markdown, in the language that is asked for',
    async () => {
      const english = await mustRun(['export', meeting], here.settings);
      expect(english).toMatch(/^# /);
      expect(english).toContain('The canal needs a gauge at the border.');
      expect(english).toContain('the old gauge stood at the upper weir');
      const kyrgyz = await mustRun(['export', meeting, '--lang', 'ky'], here.settings);
      expect(kyrgyz).toMatch(/март/);
      expect(kyrgyz).not.toMatch(/March/);
    },
    SLOWEST_MS,
  );
});

function withoutTime(file: string): string {
  return readFileSync(file, 'utf8').replace(/"exportedAt": ?"[^"]+"/, SOME_TIME);
}
