import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingExport } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { emptyMigratedDatabase } from '../../../../test/support/postgres.js';
import { startTranscriptNode, type TranscriptNode } from '../../../../test/support/transcript-node.js';
import { ExportService, JsonImportService, W3cImportService } from '../index.js';

const LOG = `10:00:00 <aida> Meeting: Flood warning
10:00:01 <aida> Date: 22 November 2025
10:00:06 <aida> scribe: aida
10:01:00 <aida> Topic: Gauges
10:01:10 <aida> nurlan: The gauge is read once a day.
10:02:30 <nurlan> PROPOSAL: Read it twice.
`;

describe('importing an export', () => {
  let database: { url: string; drop(): Promise<void> };
  let node: TranscriptNode;
  let account: { id: string; name: string };
  let text: string;
  let document: MeetingExport;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startTranscriptNode(database.url);
  });
  beforeEach(async () => {
    account = { id: newId(), name: 'Gulnara Bekova' };
    await node.dataSource.query(
      `INSERT INTO identity_accounts (id, email, name, created_at) VALUES ($1, $2, $3, now())`,
      [account.id, `${account.id}@example.org`, account.name],
    );
    ({ text, document } = await exportElsewhere(account));
  });
  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  const importing = (change: (copy: MeetingExport) => void, by: { id: string } | null = null) => {
    const copy = structuredClone(document);
    change(copy);
    return node.app.get(JsonImportService).import(Buffer.from(JSON.stringify(copy)), by);
  };
  const isStored = async () =>
    (await node.dataSource.query('SELECT 1 FROM record_logs WHERE room_id = $1', [document.meeting.plenary]))
      .length > 0;

  it('lets the importer in as the secretary who is in it, and adds nothing to the record', async () => {
    const { id } = await newAccount();
    const result = await node.app.get(JsonImportService).import(Buffer.from(text), { id });
    expect(result).toEqual({
      meeting: document.meeting.id,
      room: document.meeting.plenary,
      entries: document.entries.length,
      link: null,
    });
    const rows = await node.dataSource.query('SELECT name FROM meetings_participants WHERE account_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ name: 'Gulnara Bekova' }]);
    const again = await node.app.get(ExportService).exportJson(document.meeting.id, 'staff');
    expect(again.text.replace(/"exportedAt":"[^"]+"/, '')).toBe(text.replace(/"exportedAt":"[^"]+"/, ''));
  });

  it('keeps the numbers that clients gave their messages', async () => {
    const clientId = newId();
    await importing((copy) => {
      const posted = copy.entries.find((entry) => entry.type === 'discussion.posted');
      if (posted) posted.clientId = clientId;
    });
    const rows = await node.dataSource.query('SELECT type FROM record_entries WHERE client_id = $1', [
      clientId,
    ]);
    expect(rows).toEqual([{ type: 'discussion.posted' }]);
  });

  it('refuses a second import as a whole', async () => {
    await importing(() => undefined);
    await expect(importing(() => undefined)).rejects.toMatchObject({
      code: 'ids_exist',
      data: { kind: 'meeting' },
    });
  });

  it('refuses an account for which nobody in the meeting can stand', async () => {
    const refused = importing(
      (copy) => {
        for (const person of copy.participants) person.roles = ['expert'];
      },
      await newAccount(),
    );
    await expect(refused).rejects.toMatchObject({ code: 'invalid' });
    expect(await isStored()).toBe(false);
  });

  const DAMAGES: [string, (copy: MeetingExport) => void][] = [
    ['a changed word in a projection', (copy) => (copy.proposals[0]!.text = 'Read it never.')],
    ['a changed word in the record', (copy) => (copy.participants[0]!.name = 'Somebody else')],
    ['a missing entry', (copy) => copy.entries.pop()],
    ['a gap', (copy) => copy.entries.splice(3, 1)],
    ['entries in another order', (copy) => copy.entries.reverse()],
    ['an unknown field', (copy) => Object.assign(copy, { more: 1 })],
    ['an unknown kind of entry', (copy) => Object.assign(copy.entries[0]!, { type: 'meetings.burnt' })],
    ['data of another kind of entry', (copy) => Object.assign(copy.entries[0]!, { type: 'floor.requested' })],
    ['a time that is none', (copy) => (copy.entries[0]!.at = 'yesterday')],
    ['an id that is none', (copy) => (copy.participants[0]!.id = 'x')],
    ['a reference forward', (copy) => (copy.entries[0]!.target = 5)],
    ['another room', (copy) => (copy.entries[2]!.room = newId())],
    ['a newer version', (copy) => Object.assign(copy, { version: 2 })],
    ['an unknown person as author', (copy) => (copy.entries.at(-4)!.data = {} as never)],
  ];
  it.each(DAMAGES)('refuses %s in a sentence and stores nothing', async (_, change) => {
    await expect(importing((copy) => void change(copy))).rejects.toMatchObject({ code: 'unreadable_file' });
    expect(await isStored()).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'PK\u0003\u0004'],
    ['other JSON', '{"hello": []}'],
    ['a number', '7'],
    ['deep nesting', '['.repeat(100_000)],
  ])('refuses %s as a file', async (_, bytes) => {
    await expect(node.app.get(JsonImportService).import(Buffer.from(bytes), null)).rejects.toMatchObject({
      code: 'unreadable_file',
    });
  });

  async function newAccount(): Promise<{ id: string }> {
    const id = newId();
    await node.dataSource.query(
      `INSERT INTO identity_accounts (id, email, name, created_at) VALUES ($1, $2, 'Importer', now())`,
      [id, `${id}@example.org`],
    );
    return { id };
  }

  /** Makes a meeting, exports it and removes it again, as if it had been held on another installation. */
  async function exportElsewhere(owner: {
    id: string;
    name: string;
  }): Promise<{ text: string; document: MeetingExport }> {
    const file = { name: `${owner.id}/irc.log`, bytes: Buffer.from(`${LOG}10:03:00 <nurlan> ${owner.id}\n`) };
    const { files } = await node.app.get(W3cImportService).import([file], { account: owner });
    const meeting = files[0]?.meeting ?? '';
    const exported = await node.app.get(ExportService).exportJson(meeting, 'staff');
    const parsed = JSON.parse(exported.text) as MeetingExport;
    await removeMeeting(meeting, parsed.meeting.plenary);
    return { text: exported.text, document: parsed };
  }

  /** Everything of a meeting, whichever tables there are by now. */
  async function removeMeeting(meeting: string, room: string): Promise<void> {
    await node.dataSource.transaction(async (tx) => {
      // Foreign keys would want an order; what they protect goes as a whole.
      await tx.query('SET LOCAL session_replication_role = replica');
      const columns = await tx.query<{ table: string; column: string }[]>(
        `SELECT table_name AS table, column_name AS column FROM information_schema.columns
         WHERE table_schema = current_schema() AND column_name IN ('room_id', 'meeting_id')
           AND table_name NOT LIKE 'audit_%'`,
      );
      for (const { table, column } of columns)
        await tx.query(`DELETE FROM ${table} WHERE ${column} = $1`, [column === 'room_id' ? room : meeting]);
      await tx.query('DELETE FROM meetings_meetings WHERE id = $1', [meeting]);
    });
  }
});
