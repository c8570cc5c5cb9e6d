import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeView } from '@roundtable/contracts';
import { roundtable } from '../../support/command-line.js';
import { Person } from '../../support/person.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

/** Each command line is a whole program that starts, and some start a Postgres. */
const SLOWEST_MS = 180_000;

describe('the command line', () => {
  it.each([
    [['frobnicate'], /There is no command "frobnicate"/],
    [['import'], /Say what to import/],
    [['import', 'w3c'], /Name at least one file/],
    [['import', 'w3c', 'a.log', '--jsn', 'x'], /Unknown option '--jsn'/],
    [['export'], /Say which meeting to export/],
    [['export', 'the-first-one'], /"the-first-one" is not the id of a meeting/],
    [['export', 'x', '--format', 'pdf'], /--format is one of md, json/],
    [['backup'], /Say where to write the backup/],
    [['restore', 'a.rtb', 'b.rtb'], /Say which backup to restore/],
    [['replay'], /Say which log to act out/],
    [['replay', 'a.log', '--speed', 'fast'], /--speed is a number above 0/],
  ])(
    'refuses %j in one sentence',
    async (words, sentence) => {
      const { code, stdout, stderr } = await roundtable(words);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(sentence);
      expect(stderr).toMatch(/^[^\n]+\.\n$/);
    },
    SLOWEST_MS,
  );

  it(
    'tells what it can do',
    async () => {
      const { code, stdout } = await roundtable(['help']);
      expect(code).toBe(0);
      for (const word of [
        'import w3c',
        'import json',
        'export',
        'replay',
        'backup',
        'restore',
        'create-admin',
      ])
        expect(stdout).toContain(word);
    },
    SLOWEST_MS,
  );

  it(
    'tells about one command',
    async () => {
      const { code, stdout, stderr } = await roundtable(['import', 'w3c', '--help']);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^roundtable import w3c FILE\.\.\.\n/);
      expect(stdout).toContain('--people FILE');
      expect(stdout).not.toContain('restore');
    },
    SLOWEST_MS,
  );
});

describe('roundtable create-admin', () => {
  let server: RunningRoundtable;
  beforeAll(async () => {
    server = await startRoundtable();
  }, SLOWEST_MS);
  afterAll(() => server.dispose());

  it(
    'prints a link that makes an administrator, once, beside the running server',
    async () => {
      const { code, stdout } = await roundtable(['create-admin'], server.settings);
      expect(code).toBe(0);
      const link = /^(http:\S+\/setup\/\S+)$/m.exec(stdout)?.[1] ?? '';
      expect(link.startsWith(server.url)).toBe(true);
      const person = new Person(server.url);
      const token = link.slice(link.lastIndexOf('/') + 1);
      const account = {
        name: 'Gulnara Osmonova',
        email: 'gulnara@secretariat.example',
        password: 'a long walk along the canal',
      };
      await person.mustPost(`/api/v1/setup/${token}`, account);
      const me = await person.mustGet<MeView>('/api/v1/me');
      expect(me).toMatchObject({ account: { email: account.email, role: 'administrator' } });
      const again = await new Person(server.url).post<{ error: { code: string } }>(
        `/api/v1/setup/${token}`,
        account,
      );
      expect(again.body.error.code).toMatch(/^link_/);
    },
    SLOWEST_MS,
  );

  it(
    'says how to add another when there is one, and does',
    async () => {
      const refused = await roundtable(['create-admin'], server.settings);
      expect([refused.code, refused.stderr]).toEqual([
        2,
        'There is an administrator already. To add another: roundtable create-admin E-MAIL "FULL NAME".\n',
      ]);
      const { code, stdout } = await roundtable(
        ['create-admin', 'bakyt@secretariat.example', 'Bakyt Alymkulov'],
        server.settings,
      );
      expect([code, stdout]).toEqual([0, expect.stringMatching(/\/setup\/\S+\n$/)]);
    },
    SLOWEST_MS,
  );
});
