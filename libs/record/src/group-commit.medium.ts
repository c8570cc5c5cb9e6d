import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@roundtable/platform';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { People, posting, startRecordNode, type RecordNode } from '../../../test/support/record-node.js';
import type { AppendCommand, DecisionContext } from './append-command.js';

describe('acts that share a commit', () => {
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

  const sharing = (over: Partial<AppendCommand> = {}): Partial<AppendCommand> => ({ shared: {}, ...over });

  async function bodiesOf(room: string): Promise<string[]> {
    const rows = await here.dataSource.query<{ body: string }[]>(
      `SELECT data->>'body' AS body FROM record_entries WHERE room_id = $1 ORDER BY seq`,
      [room],
    );
    return rows.map(({ body }) => body);
  }

  /** How many transactions wrote the entries of a room. */
  async function commitsOf(room: string): Promise<number> {
    const [row] = await here.dataSource.query<{ commits: number }[]>(
      'SELECT count(DISTINCT xmin::text) AS commits FROM record_entries WHERE room_id = $1',
      [room],
    );
    return Number(row?.commits);
  }

  it('are one transaction, numbered in the order of their arrival', async () => {
    const author = people.add(await here.createRoom());
    const bodies = Array.from({ length: 40 }, (_, index) => `message ${index}`);
    const answers = await Promise.all(
      bodies.map((body) => here.records.append(posting(author, body, sharing()))),
    );
    expect(answers.map(({ seq }) => seq)).toEqual(bodies.map((_, index) => index + 1));
    expect(await bodiesOf(author.membership.roomId)).toEqual(bodies);
    expect(await commitsOf(author.membership.roomId)).toBeLessThanOrEqual(2);
  });

  it('number 1,000 messages of 20 people on two nodes 1 to 1,000 without a gap', async () => {
    const room = await here.createRoom();
    const authors = Array.from({ length: 20 }, () => people.add(room));
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => {
        const node = index % 2 === 0 ? here : there;
        return node.records.append(posting(authors[index % 20], `message ${index}`, sharing()));
      }),
    );
    const numbers = answers.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
    expect(await bodiesOf(room)).toHaveLength(1_000);
    const byNumber = [...answers].sort((a, b) => a.seq - b.seq).map(({ at }) => at);
    expect(byNumber).toEqual([...byNumber].sort());
  });

  it('fail alone where one is refused, and leave no gap', async () => {
    const room = await here.createRoom();
    const [author, stranger] = [people.add(room), people.add(room)];
    people.remove(stranger);
    const refusal = sharing({ decide: () => Promise.reject(new Error('No.')) });
    const outcomes = await Promise.allSettled([
      here.records.append(posting(author, 'one', sharing())),
      here.records.append(posting(author, 'refused', refusal)),
      here.records.append(posting(stranger, 'not a member', sharing())),
      here.records.append(posting(author, 'two', sharing())),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes[2]).toMatchObject({ reason: { code: 'not_found' } });
    expect(await bodiesOf(room)).toEqual(['one', 'two']);
  });

  it.each([
    ['the projection of one fails', (): Partial<AppendCommand> => ({}), 'projection fails'],
    [
      'the decision of one breaks the transaction',
      (): Partial<AppendCommand> => ({
        decide: async ({ tx }: DecisionContext) => (await tx.query('SELECT 1 / 0'), []),
      }),
      'breaks',
    ],
  ])('are all there but that one where %s', async (_, over, body) => {
    const author = people.add(await here.createRoom());
    const outcomes = await Promise.allSettled(
      ['one', body, 'two', 'three'].map((text) =>
        here.records.append(posting(author, text, sharing(text === body ? over() : {}))),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await bodiesOf(author.membership.roomId)).toEqual(['one', 'two', 'three']);
  });

  it('make one entry of the same client id twice, and refuse it with other words', async () => {
    const author = people.add(await here.createRoom());
    const clientId = newId();
    const outcomes = await Promise.allSettled(
      ['once', 'once', 'other words', 'after'].map((body) =>
        here.records.append(posting(author, body, sharing(body === 'after' ? {} : { clientId }))),
      ),
    );
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { seq: 1, duplicate: false } },
      { status: 'fulfilled', value: { seq: 1, duplicate: true } },
      { status: 'rejected', reason: { code: 'client_id_reused' } },
      { status: 'fulfilled', value: { seq: 2, duplicate: false } },
    ]);
    expect(await bodiesOf(author.membership.roomId)).toEqual(['once', 'after']);
  });

  it('wait for the next commit where they look at what an earlier one changes', async () => {
    const author = people.add(await here.createRoom());
    const { roomId } = author.membership;
    const seen: number[] = [];
    const change = (body: string) =>
      posting(author, body, {
        shared: { writes: ['words:1'] },
        decide: async (context) => {
          const rows = await context.tx.query<object[]>('SELECT 1 FROM record_entries WHERE room_id = $1', [
            roomId,
          ]);
          seen.push(rows.length);
          return posting(author, body).decide(context);
        },
      });
    await Promise.all(['a', 'b', 'c'].map((body) => here.records.append(change(body))));
    expect(seen).toEqual([0, 1, 2]);
    expect(await bodiesOf(roomId)).toEqual(['a', 'b', 'c']);
  });

  it('keep their place before and behind an act with a transaction of its own', async () => {
    const author = people.add(await here.createRoom());
    const answers = await Promise.all(
      ['a', 'b', 'alone', 'c', 'd'].map((body) =>
        here.records.append(posting(author, body, body === 'alone' ? {} : sharing())),
      ),
    );
    expect(answers.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(await bodiesOf(author.membership.roomId)).toEqual(['a', 'b', 'alone', 'c', 'd']);
  });

  it('are all answered unavailable, to be tried again, where the connection is lost, and nothing half is kept', async () => {
    const author = people.add(await here.createRoom());
    const bodies = ['one', 'two', 'three'];
    const commands = bodies.map((body) => posting(author, body, sharing()));
    const cutOff = commands.map((command, index) => ({
      ...command,
      decide: async (context: DecisionContext) => {
        if (index === 1) await context.tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
        return command.decide(context);
      },
    }));
    const outcomes = await Promise.allSettled(cutOff.map((command) => here.records.append(command)));
    expect(outcomes).toMatchObject(bodies.map(() => ({ reason: { code: 'unavailable', retry: true } })));
    const again = await Promise.all(commands.map((command) => here.records.append(command)));
    expect(again.map(({ seq, duplicate }) => [seq, duplicate])).toEqual([1, 2, 3].map((seq) => [seq, false]));
  });

  it('of one client id on two nodes at once make one entry, and the others of the batch theirs', async () => {
    const room = await here.createRoom();
    const author = people.add(room);
    const command = posting(author, 'twice', sharing());
    const others = (name: string) => [1, 2].map((n) => posting(author, `${name} ${n}`, sharing()));
    const outcomes = await Promise.all([
      ...[command, ...others('here')].map((act) => here.records.append(act)),
      ...[command, ...others('there')].map((act) => there.records.append(act)),
    ]);
    expect(outcomes.filter(({ duplicate }) => duplicate)).toHaveLength(1);
    expect((await bodiesOf(room)).sort()).toEqual(['here 1', 'here 2', 'there 1', 'there 2', 'twice']);
  });
});
