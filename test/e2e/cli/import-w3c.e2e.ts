import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport, MeetingDetail, MeetingSummary, TranscriptPage } from '@roundtable/contracts';
import { mustRun, roundtable } from '../../support/command-line.js';
import { freshInstallation, type Installation } from '../../support/installation.js';
import { INVENTED_MINUTES, writeInventedLog } from '../../support/invented-log.js';
import { becomeAdministrator, enter, type Person } from '../../support/person.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

/** Each command line is a whole program that starts, and some start a Postgres. */
const SLOWEST_MS = 180_000;

const REPORTED = {
  meeting: expect.stringMatching(/^[0-9a-f-]{36}$/),
  lines: 17,
  understood: 16,
  notUnderstood: [{ line: 16, text: '', reason: 'no words after the nick', code: 'no_words' }],
  speakers: 3,
  proposals: 1,
  decisions: 1,
};

function readReport(file: string): ImportReport {
  return JSON.parse(readFileSync(file, 'utf8')) as ImportReport;
}

/** Who stands behind the nicknames of the invented log, as groups write it down: names with their nicknames. */
function writePeople(file: string, { nodira }: { nodira: string }): void {
  const people = {
    'Asel Toktogulova': { alias: ['asel'] },
    'Timur Beknazarov': { alias: ['timur'] },
    [nodira]: { alias: ['nodira'] },
  };
  writeFileSync(file, JSON.stringify(people));
}

describe('roundtable import w3c without a server', () => {
  let place: Installation;
  let report: string;
  let log: string;
  beforeAll(async () => {
    place = await freshInstallation();
    report = join(place.dataDir, 'report.json');
    log = writeInventedLog(place.dataDir, { withMinutes: true });
  });
  afterAll(() => place.dispose());

  it(
    'makes a meeting, names the line it did not understand, and counts what the published minutes agree with',
    async () => {
      const { code, stdout, stderr } = await roundtable(
        ['import', 'w3c', log, '--json', report],
        place.settings,
      );
      expect({ code, stderr }).toMatchObject({ code: 0 });
      expect(stdout).toMatch(/became meeting [0-9a-f-]{36} \(17 lines\)\n/);
      expect(stdout).toContain('  line 16 was not understood (no words after the nick): \n');
      expect(stdout).toMatch(/3 of 4 published statements agree \(75\.00 %\)\n$/);
      expect(readReport(report)).toStrictEqual({
        files: [{ file: log, ...REPORTED, published: 4, agreeing: 3 }],
      });
    },
    SLOWEST_MS,
  );

  it(
    'answers the same contents with the meeting they became, and stores nothing twice',
    async () => {
      const before = readReport(report).files[0]?.meeting;
      const again = writeInventedLog(place.dataDir, { withMinutes: false });
      const { code, stdout } = await roundtable(['import', 'w3c', again, '--json', report], place.settings);
      expect([code, stdout]).toEqual([
        0,
        expect.stringContaining(`${again}: was imported before as meeting ${before}`),
      ]);
      expect(readReport(report)).toStrictEqual({
        files: [{ file: again, ...REPORTED, meeting: before, published: null, agreeing: null }],
      });
      const { stdout: meetings } = await roundtable(['meetings'], place.settings);
      expect(meetings.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`^${before}  closed `))]);
    },
    SLOWEST_MS,
  );

  it(
    'names a file that is no log, takes the others, and ends with 1',
    async () => {
      const letter = join(place.dataDir, 'letter.txt');
      writeFileSync(letter, 'Dear colleagues,\nthe gauge is broken again.\n');
      const { code, stdout } = await roundtable(
        ['import', 'w3c', letter, log, '--json', report],
        place.settings,
      );
      expect([code, stdout]).toEqual([
        1,
        expect.stringContaining(`${letter}: This file is not a meeting log: `),
      ]);
      expect(readReport(report).files).toMatchObject([
        { file: letter, meeting: null, lines: 0, published: null, agreeing: null },
        { file: log, meeting: REPORTED.meeting },
      ]);
    },
    SLOWEST_MS,
  );

  it(
    'shows words that would steer the terminal without being steered',
    async () => {
      const hostile = join(place.dataDir, 'hostile.log');
      const words = '\u001b]0;pwned\u0007\u001b[2J\u009b1A';
      const spoken = Array.from({ length: 9 }, (_, at) => `2025-11-22 10:00:0${at} <aida> good morning`);
      writeFileSync(hostile, [...spoken, `2025-11-22 10:00:09 ${words} nobody`, ''].join('\n'));
      const { code, stdout } = await roundtable(['import', 'w3c', hostile], place.settings);
      expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      expect([code, stdout]).toEqual([0, expect.stringContaining('\\u001b]0;pwned\\u0007')]);
    },
    SLOWEST_MS,
  );

  it(
    'names a file that is not there in one sentence, takes the others, and ends with 1',
    async () => {
      const { code, stdout } = await roundtable(
        ['import', 'w3c', 'gone.log', log, '--json', report],
        place.settings,
      );
      expect([code, stdout]).toEqual([
        1,
        expect.stringMatching(/^gone\.log cannot be read \(ENOENT\): check the path and your rights\.\n/),
      ]);
      expect(readReport(report).files).toMatchObject([
        { file: 'gone.log', meeting: null, lines: 0 },
        { file: log, meeting: REPORTED.meeting },
      ]);
    },
    SLOWEST_MS,
  );
});

describe('roundtable import w3c beside a running server', () => {
  let server: RunningRoundtable;
  let administrator: Person;
  beforeAll(async () => {
    server = await startRoundtable();
    administrator = await becomeAdministrator(server);
  }, SLOWEST_MS);
  afterAll(() => server.dispose());

  it(
    'puts the meeting where the administrator finds it at once',
    async () => {
      const log = writeInventedLog(server.dataDir, { withMinutes: false });
      const { code, stdout } = await roundtable(['import', 'w3c', log], server.settings);
      expect({ code, stdout }).toMatchObject({ code: 0 });
      const meetings = await administrator.mustGet<MeetingSummary[]>('/api/v1/meetings');
      expect(meetings.map(({ meeting }) => meeting.state)).toEqual(['closed']);
      const id = meetings[0]?.meeting.id ?? '';
      const { passages } = await administrator.mustGet<TranscriptPage>(
        `/api/v1/meetings/${id}/transcript?limit=500`,
      );
      const bodies = passages.map(({ body }) => body);
      expect(bodies).toContain('The canal needs a gauge at the border.');
      expect(bodies).toContain('the old gauge stood at the upper weir');
    },
    SLOWEST_MS,
  );

  /** What is reported of one log, and the names of those who speak in the meeting it became. */
  const importOne = async (log: string, ...options: string[]) => {
    const report = join(server.dataDir, 'report.json');
    await mustRun(['import', 'w3c', log, ...options, '--json', report], server.settings);
    const [file] = readReport(report).files;
    const { participants } = await administrator.mustGet<MeetingDetail>(`/api/v1/meetings/${file?.meeting}`);
    const speakers = participants.filter(({ roles }) => roles.includes('expert'));
    return { ...file, names: speakers.map(({ name }) => name).sort() };
  };

  it(
    'finds what a group keeps around its log: a people.json one folder up, and minutes named like the log',
    async () => {
      const log = writeInventedLog(server.dataDir, { withMinutes: false, lastWords: 'until tomorrow' });
      writePeople(join(dirname(log), '..', 'people.json'), { nodira: 'Nodira Karimova' });
      writeFileSync(join(dirname(log), 'irc.html'), INVENTED_MINUTES);
      expect(await importOne(log)).toMatchObject({
        published: 4,
        agreeing: 3,
        names: ['Asel Toktogulova', 'Nodira Karimova', 'Timur Beknazarov'],
      });
    },
    SLOWEST_MS,
  );

  it(
    'takes names from the file that is named, whatever lies around the log',
    async () => {
      const log = writeInventedLog(server.dataDir, { withMinutes: false, lastWords: 'until next week' });
      writePeople(join(dirname(log), '..', 'people.json'), { nodira: 'Nodira Karimova' });
      const named = join(server.dataDir, 'members.json');
      writePeople(named, { nodira: 'Nodira Yusupova' });
      const { names } = await importOne(log, '--people', named);
      expect(names).toEqual(['Asel Toktogulova', 'Nodira Yusupova', 'Timur Beknazarov']);
    },
    SLOWEST_MS,
  );

  it(
    'gives a link to read it by where nobody administers, and leaves the set-up link of the server as it is',
    async () => {
      const other = await startRoundtable();
      try {
        const log = writeInventedLog(other.dataDir, { withMinutes: false });
        const { stdout } = await roundtable(['import', 'w3c', log], other.settings);
        const link = /read it here: (\S+)/.exec(stdout)?.[1] ?? '';
        const { person, meeting } = await enter(link);
        expect((await person.get(`/api/v1/meetings/${meeting}/transcript`)).status).toBe(200);
        expect((await becomeAdministrator(other)).cookie).not.toBe('');
      } finally {
        await other.dispose();
      }
    },
    SLOWEST_MS,
  );
});
