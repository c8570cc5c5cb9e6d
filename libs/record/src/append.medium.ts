import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@roundtable/platform';
import { eventually } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { People, posting, startRecordNode, type RecordNode } from '../../../test/support/record-node.js';
import type { DecisionContext } from './append-command.js';
import { RecordAnnouncements, type AppendedBatch } from './record-announcements.js';

describe('appending to the record', () => {
  const people = new People();
  let database: { url: string; drop(): Promise<void> };
  let here: RecordNode;
  let there: RecordNode;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    here = await startRecordNode(database.url, { people });
    there = await startRecordNode(database.url, { people });
  });

  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  async function seqsOf(room: string): Promise<number[]> {
    const rows = await here.dataSource.query<{ seq: number }[]>(
      'SELECT seq FROM record_entries WHERE room_id = $1 ORDER BY seq',
      [room],
    );
    return rows.map(({ seq }) => Number(seq));
  }

  async function diaryOf(room: string): Promise<string[]> {
    const rows = await here.dataSource.query<{ body: string }[]>(
      'SELECT body FROM diary WHERE room_id = $1 ORDER BY seq',
      [room],
    );
    return rows.map(({ body }) => body);
  }

  it('numbers fifty concurrent acts on two nodes 1 to 50 without a gap, in the order of time', async () => {
    const room = await here.createRoom();
    const authors = Array.from({ length: 5 }, () => people.add(room));
    const acts = Array.from({ length: 50 }, (_, index) => {
      const node = index % 2 === 0 ? here : there;
      return node.records.append(posting(authors[index % 5], `message ${index}`));
    });
    const answers = await Promise.all(acts);
    const numbers = answers.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(await seqsOf(room)).toEqual(numbers);
    const byNumber = [...answers].sort((a, b) => a.seq - b.seq).map(({ at }) => at);
    expect(byNumber).toEqual([...byNumber].sort());
  });

  it('answers the same client id with the first entry, on either node', async () => {
    const author = people.add(await here.createRoom());
    const command = posting(author, 'Water is released in April.');
    const first = await here.records.append(command);
    const again = await there.records.append(command);
    expect(first).toEqual({ seq: 1, at: first.at, duplicate: false });
    expect(again).toEqual({ seq: 1, at: first.at, duplicate: true });
    expect(await diaryOf(author.membership.roomId)).toEqual(['Water is released in April.']);
  });

  it('makes one entry of the same client id sent twenty times at once to two nodes', async () => {
    const author = people.add(await here.createRoom());
    const command = posting(author, 'Once only.');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? here : there).records.append(command)),
    );
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([1]));
    expect(await seqsOf(author.membership.roomId)).toEqual([1]);
  });

  it('refuses a client id that comes again with other words', async () => {
    const author = people.add(await here.createRoom());
    const clientId = newId();
    await here.records.append(posting(author, 'First words.', { clientId }));
    await expect(there.records.append(posting(author, 'Other words.', { clientId }))).rejects.toMatchObject({
      code: 'client_id_reused',
    });
    expect(await seqsOf(author.membership.roomId)).toEqual([1]);
  });

  it('lets two people use the same client id', async () => {
    const room = await here.createRoom();
    const clientId = newId();
    await here.records.append(posting(people.add(room), 'Mine.', { clientId }));
    await expect(
      here.records.append(posting(people.add(room), 'Mine.', { clientId })),
    ).resolves.toMatchObject({
      seq: 2,
      duplicate: false,
    });
  });

  it('leaves no gap where a decision refuses', async () => {
    const author = people.add(await here.createRoom());
    const refused = posting(author, 'Refused.', { decide: () => Promise.reject(new Error('No.')) });
    await here.records.append(posting(author, 'One.'));
    await expect(here.records.append(refused)).rejects.toThrow('No.');
    await expect(here.records.append(posting(author, 'Two.'))).resolves.toMatchObject({ seq: 2 });
    expect(await seqsOf(author.membership.roomId)).toEqual([1, 2]);
  });

  it('takes the entry back where its projection fails', async () => {
    const author = people.add(await here.createRoom());
    await expect(here.records.append(posting(author, 'projection fails'))).rejects.toThrow('projection');
    await here.records.append(posting(author, 'fine'));
    expect(await seqsOf(author.membership.roomId)).toEqual([1]);
    expect(await diaryOf(author.membership.roomId)).toEqual(['fine']);
  });

  it('refuses a fact of a feature that nobody registered, and keeps nothing of it', async () => {
    const author = people.add(await here.createRoom());
    const unknown = posting(author, '', {
      decide: () =>
        Promise.resolve([{ type: 'meetings.item_removed', data: { item: { id: newId() } as never } }]),
    });
    await expect(here.records.append(unknown)).rejects.toThrow('No feature is registered');
    expect(await seqsOf(author.membership.roomId)).toEqual([]);
  });

  it('reads the right again under the lock: who was removed meanwhile is refused', async () => {
    const author = people.add(await here.createRoom());
    const command = posting(author, 'Too late.');
    people.remove(author);
    await expect(here.records.append(command)).rejects.toMatchObject({ code: 'not_found' });
    expect(await seqsOf(author.membership.roomId)).toEqual([]);
  });

  it('answers a repeated act also after the meeting was closed', async () => {
    const author = people.add(await here.createRoom());
    const command = posting(author, 'Sent, but the answer was lost.');
    await here.records.append(command);
    people.byLogin.set(author.principal.loginId, {
      ...author,
      membership: { ...author.membership, meetingState: 'closed' },
    });
    await expect(here.records.append(command)).resolves.toMatchObject({ seq: 1, duplicate: true });
    await expect(here.records.append(posting(author, 'New.'))).rejects.toMatchObject({
      code: 'meeting_not_open',
    });
  });

  it('answers an act that left no entry but was done before, also after the meeting was closed', async () => {
    const author = people.add(await here.createRoom());
    const done = new Set<string>();
    const command = posting(author, 'A ballot.', {
      wasDone: () => Promise.resolve(done.has('ballot')),
      decide: () => {
        done.add('ballot');
        return Promise.resolve([]);
      },
    });
    await expect(here.records.append(command)).resolves.toMatchObject({ duplicate: false });
    people.byLogin.set(author.principal.loginId, {
      ...author,
      membership: { ...author.membership, meetingState: 'closed' },
    });
    await expect(here.records.append(command)).resolves.toMatchObject({ seq: 0, duplicate: true });
    done.clear();
    await expect(here.records.append(command)).rejects.toMatchObject({ code: 'meeting_not_open' });
  });

  it('files several drafts of one act under consecutive numbers with one client id', async () => {
    const author = people.add(await here.createRoom());
    const data = { body: 'x', replyTo: null, quote: null, mentions: [], language: null };
    const command = posting(author, 'two', {
      decide: ({ nextSeq }) =>
        Promise.resolve([
          { type: 'discussion.posted', data },
          { type: 'discussion.withdrawn', target: nextSeq, data: { reason: null } },
        ]),
    });
    await here.records.append(command);
    await expect(here.records.append(command)).resolves.toMatchObject({ seq: 1, duplicate: true });
    expect(await seqsOf(author.membership.roomId)).toEqual([1, 2]);
  });

  it('records nothing where a decision finds nothing to record', async () => {
    const author = people.add(await here.createRoom());
    await here.records.append(posting(author, 'One.'));
    const idle = posting(author, 'Nothing.', { decide: () => Promise.resolve([]) });
    await expect(here.records.append(idle)).resolves.toMatchObject({ seq: 1, duplicate: false });
    expect(await seqsOf(author.membership.roomId)).toEqual([1]);
  });

  it('keeps imported times but never lets them go back', async () => {
    const room = await here.createRoom();
    const at = (time: string) =>
      here.records.append({
        ...posting(people.add(room), 'x'),
        caller: null,
        clientId: null,
        decide: () =>
          Promise.resolve([
            {
              type: 'discussion.posted',
              at: time,
              data: { body: 'x', replyTo: null, quote: null, mentions: [], language: null },
            },
          ]),
      });
    expect((await at('2020-10-27T16:00:05.000Z')).at).toBe('2020-10-27T16:00:05.000Z');
    expect((await at('2020-10-27T16:00:01.000Z')).at).toBe('2020-10-27T16:00:05.000Z');
  });

  it('answers unavailable, to be tried again, while somebody else holds the lock too long', async () => {
    const author = people.add(await here.createRoom());
    const runner = there.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM record_logs WHERE room_id = $1 FOR UPDATE', [author.membership.roomId]);
    const command = posting(author, 'Waiting.');
    await expect(here.records.append(command)).rejects.toMatchObject({ code: 'unavailable', retry: true });
    await runner.rollbackTransaction();
    await runner.release();
    await expect(here.records.append(command)).resolves.toMatchObject({ seq: 1, duplicate: false });
  });

  it('answers unavailable where the database is lost in the middle, and keeps nothing half', async () => {
    const author = people.add(await here.createRoom());
    const command = posting(author, 'Cut off.');
    const cutOff = {
      ...command,
      decide: async (context: DecisionContext) => {
        await context.tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
        return command.decide(context);
      },
    };
    await expect(here.records.append(cutOff)).rejects.toMatchObject({ code: 'unavailable', retry: true });
    await expect(here.records.append(command)).resolves.toMatchObject({ seq: 1, duplicate: false });
  });

  it('announces a commit to every listener, also where one of them fails', async () => {
    const author = people.add(await here.createRoom());
    const heard: AppendedBatch[] = [];
    const announcements = here.app.get(RecordAnnouncements);
    announcements.onAppended(() => Promise.reject(new Error('A listener failed.')));
    announcements.onAppended((batch) => void heard.push(batch));
    await here.records.append(posting(author, 'Heard.'));
    const mine = () => heard.filter(({ room }) => room === author.membership.roomId);
    await eventually('the listener heard', () => mine().length > 0);
    expect(mine()).toMatchObject([{ epoch: 1, entries: [{ seq: 1, data: { body: 'Heard.' } }] }]);
  });

  it('imports entries verbatim behind the head and refuses a gap', async () => {
    const room = await here.createRoom();
    const entry = (seq: number) => ({
      seq,
      at: `2021-05-04T10:00:0${seq}.000Z`,
      type: 'discussion.posted' as const,
      actor: null,
      item: null,
      segment: null,
      target: null,
      data: { body: `imported ${seq}`, replyTo: null, quote: null, mentions: [], language: null },
    });
    const importing = (entries: ReturnType<typeof entry>[]) =>
      here.dataSource.transaction((tx) => here.records.importEntries(tx, room, entries));
    await importing([entry(1), entry(2)]);
    await expect(importing([entry(4)])).rejects.toThrow('does not follow');
    await importing([entry(3)]);
    expect(await seqsOf(room)).toEqual([1, 2, 3]);
    expect(await diaryOf(room)).toEqual(['imported 1', 'imported 2', 'imported 3']);
  });
});
