import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whenState } from '@roundtable/client';
import type { MeetingExport } from '@roundtable/contracts';
import { mustRun, roundtable } from '../../support/command-line.js';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo } from '../../support/person.js';
import { caughtUp, visit, wordsIn, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

/** Each command line is a whole program that starts, and may have to be built. */
const SLOWEST_MS = 240_000;

describe('a restored installation', () => {
  let server: RunningRoundtable;
  let folder: string;
  let file: string;
  let writer: RoomVisitor;
  let reader: RoomVisitor;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rt-restore-'));
    file = join(folder, 'roundtable.rtb');
    server = await startRoundtable();
    const secretary = await becomeAdministrator(server);
    const { meeting } = await createMeeting(secretary);
    await actOnMeeting(secretary, meeting.id, 'open');
    writer = await visit((await inviteTo(secretary, meeting.id, { name: 'Aigul Toktosunova' })).link);
    reader = await visit((await inviteTo(secretary, meeting.id, { name: 'Bakyt Alymkulov' })).link);
  }, SLOWEST_MS);
  afterAll(async () => {
    writer.leave();
    reader.leave();
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const say = async (...bodies: string[]): Promise<void> => {
    for (const body of bodies) {
      const done = await writer.room.post({ body }).done;
      if (!done.ok) throw new Error(`${body} was refused: ${done.error.message}`);
      // The acknowledgement may come before the entry.
      await caughtUp(writer, done.seq);
    }
  };
  const bodiesOf = (visitor: RoomVisitor) => wordsIn(visitor).map(([, body]) => body);
  const epochOf = ({ room }: RoomVisitor) => room.getView().record?.epoch ?? 0;
  const exportMeeting = () => mustRun(['export', writer.meeting, '--format', 'json'], server.settings);
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it(
    'has its clients start afresh, though they are ahead of it, and stay together from then on',
    async () => {
      await say('kept one', 'kept two');
      await mustRun(['backup', file], server.settings);
      await say('lost one', 'lost two', 'lost three');
      const ahead = writer.room.getView().record?.head ?? 0;
      await caughtUp(reader, ahead);
      const before = epochOf(reader);

      const refused = await roundtable(['restore', file, '--replace'], server.settings);
      expect([refused.code, refused.stderr]).toEqual([
        1,
        expect.stringMatching(/is in use by process \d+: stop|uses this database \(\d+ connections\): stop/),
      ]);
      await server.stop();
      const notEmpty = await roundtable(['restore', file], server.settings);
      expect([notEmpty.code, notEmpty.stderr]).toEqual([1, expect.stringMatching(/not empty.*--replace/)]);
      const told = await mustRun(['restore', file, '--replace'], server.settings);
      expect(told).toMatch(/rows of \d+ tables are back as of .* records without a gap/);
      await server.restart();

      for (const visitor of [writer, reader])
        await whenState(
          visitor.room,
          ({ status, record }) => status === 'live' && (record?.epoch ?? 0) > before,
          // After a long absence of the server a client waits up to 15 s before it tries again.
          { timeoutMs: 40_000 },
        );
      for (const visitor of [writer, reader]) expect(bodiesOf(visitor)).toEqual(['kept one', 'kept two']);
      expect(writer.room.getView().record?.head).toBeLessThan(ahead);

      await say('after one', 'after two', 'after three', 'after four');
      await caughtUp(reader, writer.room.getView().record?.head ?? Infinity);
      const all = ['kept one', 'kept two', 'after one', 'after two', 'after three', 'after four'];
      for (const visitor of [writer, reader]) expect(bodiesOf(visitor)).toEqual(all);
      expect(epochOf(writer)).toBe(epochOf(reader));
    },
    SLOWEST_MS,
  );

  it(
    'comes from an encrypted file only to who has its passphrase, and stays as it is without',
    async () => {
      const sealed = join(folder, 'sealed.rtb');
      const withPassphrase = ['--passphrase-file', write('passphrase', 'a ferry across the reservoir\n')];
      await say('kept secret');
      await mustRun(['backup', sealed, ...withPassphrase], server.settings);
      await say('said after it');
      expect(readFileSync(sealed).toString('latin1')).toMatch(
        /^ROUNDTABLE-BACKUP 1 gzip aes-256-gcm [^\n]+\n/,
      );
      expect(readAsStranger(sealed)).not.toContain('kept secret');

      await server.stop();
      const refused = await roundtable(['restore', sealed, '--replace'], server.settings);
      expect([refused.code, refused.stderr]).toEqual([
        1,
        `${sealed} is encrypted: name the file with its passphrase, --passphrase-file FILE.\n`,
      ]);
      expect(bodiesIn(await exportMeeting())).toEqual(
        expect.arrayContaining(['kept secret', 'said after it']),
      );
      await mustRun(['restore', sealed, '--replace', ...withPassphrase], server.settings);
      const restored = bodiesIn(await exportMeeting());
      expect(restored).toContain('kept secret');
      expect(restored).not.toContain('said after it');
    },
    SLOWEST_MS,
  );

  it(
    'lets no backup be made with a passphrase that is soon guessed',
    async () => {
      const short = write('short', 'canal\nThis line is long, and does not count.\n');
      const target = join(folder, 'guessed.rtb');
      const { code, stderr } = await roundtable(
        ['backup', target, '--passphrase-file', short],
        server.settings,
      );
      expect([code, stderr]).toEqual([
        2,
        `The first line of ${short} is shorter than 12 characters: make a longer passphrase.\n`,
      ]);
      expect(existsSync(target)).toBe(false);
    },
    SLOWEST_MS,
  );
});

/** What the file tells somebody who has nothing but it. */
function readAsStranger(path: string): string {
  const bytes = readFileSync(path);
  const body = bytes.subarray(bytes.indexOf('\n') + 1);
  try {
    return gunzipSync(body).toString('utf8');
  } catch {
    return body.toString('utf8');
  }
}

function bodiesIn(exported: string): string[] {
  const { entries } = JSON.parse(exported) as MeetingExport;
  return entries.flatMap(({ data }) => ('body' in data ? [data.body] : []));
}
