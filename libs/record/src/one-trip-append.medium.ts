import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { newId } from '@roundtable/platform';
import { setTimeout as delay } from 'node:timers/promises';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  People,
  plainPosting,
  posting,
  startRecordNode,
  type Person,
  type RecordNode,
} from '../../../test/support/record-node.js';
import type { AppendCommand } from './append-command.js';
import { AppendTransaction } from './append-transaction.js';
import { OpenItem } from './open-item.js';

/** As long as a room in which another node wrote counts as shared. */
const ALONE_AFTER_MS = 1_000;

describe('a commit with one statement', () => {
  const people = new People();
  let openItem: string | null = null;
  let database: { url: string; drop(): Promise<void> };
  let here: RecordNode;
  let there: RecordNode;
  let author: Person;
  let room: string;
  /** Watches the usual way, which takes two trips. */
  let usual: ReturnType<typeof watchUsualWay>;

  @Global()
  @Module({
    providers: [{ provide: OpenItem, useValue: { of: () => Promise.resolve(openItem) } }],
    exports: [OpenItem],
  })
  class WithOpenItem {}

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    here = await startRecordNode(database.url, { people, imports: [WithOpenItem] });
    there = await startRecordNode(database.url, { people });
  });

  /** A room whose end, and whose author, is known from the commit before. */
  beforeEach(async () => {
    openItem = null;
    room = await here.createRoom();
    author = people.add(room);
    await post('first');
    usual = watchUsualWay();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  const watchUsualWay = () => jest.spyOn(here.app.get(AppendTransaction), 'run');
  const post = (body: string, over: Partial<AppendCommand> = {}) =>
    here.records.append(plainPosting(author, body, over));

  async function stored(): Promise<{ seq: number; body: string; item: string | null; projected: string }[]> {
    const rows = await here.dataSource.query<
      { seq: string; body: string; item: string | null; projected: string }[]
    >(
      `SELECT entry.seq, data->>'body' AS body, item_id AS item, diary.body AS projected
       FROM record_entries entry LEFT JOIN diary USING (room_id, seq) WHERE room_id = $1 ORDER BY seq`,
      [room],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  const bodies = async () => (await stored()).map(({ body }) => body);

  it('is made where all it hangs on is known, with the projection beside it', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((body) => post(body)));
    expect(answers.map(({ seq, duplicate }) => [seq, duplicate])).toEqual(
      [2, 3, 4].map((seq) => [seq, false]),
    );
    expect(usual).not.toHaveBeenCalled();
    const rows = await stored();
    expect(rows.map(({ seq, body, projected }) => [seq, body, projected])).toEqual(
      ['first', 'a', 'b', 'c'].map((body, index) => [index + 1, body, body]),
    );
    const [log] = await here.dataSource.query<{ head: string; last: Date }[]>(
      'SELECT head, last_at AS last FROM record_logs WHERE room_id = $1',
      [room],
    );
    expect([Number(log?.head), log?.last.toISOString()]).toEqual([4, answers[2]?.at]);
  });

  it('is a single transaction for many', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => post(`message ${index}`)));
    const [row] = await here.dataSource.query<{ commits: string }[]>(
      'SELECT count(DISTINCT xmin::text) AS commits FROM record_entries WHERE room_id = $1 AND seq > 1',
      [room],
    );
    expect(Number(row?.commits)).toBeLessThanOrEqual(2);
    expect(usual).not.toHaveBeenCalled();
  });

  it.each<[string, (person: Person) => void, string]>([
    ['left the meeting', (person) => people.remove(person), 'not_found'],
    [
      'may only watch now',
      (person) => (person.membership = { ...person.membership, audience: 'observer' }),
      'forbidden',
    ],
    [
      'is in a closed meeting',
      (person) => (person.membership = { ...person.membership, meetingState: 'closed' }),
      'meeting_not_open',
    ],
  ])('writes nothing of who %s since', async (_, change, code) => {
    change(author);
    await expect(post('too late')).rejects.toMatchObject({ code });
    expect(usual).toHaveBeenCalledTimes(1);
    expect(await bodies()).toEqual(['first']);
  });

  it('leaves the others of its group where one lost the right since', async () => {
    const other = people.add(room);
    await here.records.append(plainPosting(other, 'second'));
    people.remove(other);
    const outcomes = await Promise.allSettled([
      post('mine'),
      here.records.append(plainPosting(other, 'too late')),
      post('mine again'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await bodies()).toEqual(['first', 'second', 'mine', 'mine again']);
  });

  it('takes in first what another node wrote since, and then goes the usual way for a while', async () => {
    await there.records.append(posting(author, 'elsewhere'));
    expect(await post('second')).toMatchObject({ seq: 3 });
    expect(await post('third')).toMatchObject({ seq: 4 });
    expect(usual).toHaveBeenCalledTimes(2);
    await delay(ALONE_AFTER_MS + 50);
    expect(await post('fourth')).toMatchObject({ seq: 5 });
    expect(usual).toHaveBeenCalledTimes(2);
    expect(await bodies()).toEqual(['first', 'elsewhere', 'second', 'third', 'fourth']);
  });

  it('answers what was sent twice as it did before, on either node, and refuses other words', async () => {
    const clientId = newId();
    const once = await post('once', { clientId });
    expect(usual).not.toHaveBeenCalled();
    const again = plainPosting(author, 'once', { clientId });
    expect(await here.records.append(again)).toEqual({ ...once, duplicate: true });
    expect(await there.records.append(again)).toEqual({ ...once, duplicate: true });
    await expect(post('other words', { clientId })).rejects.toMatchObject({ code: 'client_id_reused' });
    expect(await bodies()).toEqual(['first', 'once']);
  });

  it('knows a record that was brought back from a backup by its epoch', async () => {
    await here.dataSource.query('UPDATE record_logs SET epoch = epoch + 1 WHERE room_id = $1', [room]);
    expect(await post('second')).toMatchObject({ seq: 2 });
    expect(usual).toHaveBeenCalledTimes(1);
    expect(await post('third')).toMatchObject({ seq: 3 });
    expect(usual).toHaveBeenCalledTimes(1);
  });

  it('files under the item that is open now, whoever opened it', async () => {
    const items = [newId(), newId()];
    const opening = (index: number) =>
      posting(author, `opens ${index}`, {
        decide: (context) => {
          openItem = items[index] ?? null;
          return posting(author, `opens ${index}`).decide(context);
        },
      });
    await here.records.append(opening(0));
    await post('of the first');
    await post('of the first too');
    await there.records.append(opening(1));
    await post('of the second');
    const rows = await stored();
    expect(rows.filter(({ body }) => body.startsWith('of ')).map(({ item }) => item)).toEqual([
      items[0],
      items[0],
      items[1],
    ]);
  });

  it('never goes back in time', async () => {
    const later = new Date(Date.now() + 60_000);
    await here.dataSource.query('UPDATE record_logs SET last_at = $2, head = head WHERE room_id = $1', [
      room,
      later,
    ]);
    await here.records.append(posting(author, 'looks', { shared: {} }));
    const { at } = await post('after');
    expect(Date.parse(at)).toBeGreaterThanOrEqual(later.getTime());
  });

  it('gives up where the room stays locked, and asks for everything again in the usual way', async () => {
    const runner = here.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT FROM record_logs WHERE room_id = $1 FOR UPDATE', [room]);
    const waiting = Promise.allSettled([post('waited')]);
    await delay(2_500);
    expect(usual).toHaveBeenCalledTimes(1);
    await runner.commitTransaction();
    await runner.release();
    expect(await waiting).toMatchObject([{ status: 'fulfilled', value: { seq: 2 } }]);
    expect(await bodies()).toEqual(['first', 'waited']);
  });

  it('is answered unavailable where the connection is lost meanwhile, and made once when it is tried again', async () => {
    const runner = here.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT FROM record_logs WHERE room_id = $1 FOR UPDATE', [room]);
    const clientId = newId();
    const waiting = Promise.allSettled([post('once', { clientId })]);
    await delay(300);
    await runner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(await waiting).toMatchObject([{ reason: { code: 'unavailable', retry: true } }]);
    await runner.rollbackTransaction();
    await runner.release();
    expect(usual).not.toHaveBeenCalled();
    expect(await post('once', { clientId })).toMatchObject({ seq: 2, duplicate: false });
    expect(await post('once', { clientId })).toMatchObject({ seq: 2, duplicate: true });
    expect(await bodies()).toEqual(['first', 'once']);
  });

  it('numbers 600 messages of two nodes 1 to 600 without a gap, whichever way each goes', async () => {
    const authors = Array.from({ length: 10 }, () => people.add(room));
    const answers: number[] = [];
    const write = async (node: RecordNode, name: string): Promise<void> => {
      for (let turn = 0; turn < 30; turn += 1) {
        const group = authors.map((person, index) =>
          node.records.append(plainPosting(person, `${name} ${turn}.${index}`)),
        );
        answers.push(...(await Promise.all(group)).map(({ seq }) => seq));
      }
    };
    await Promise.all([write(here, 'here'), write(there, 'there')]);
    expect(answers.sort((a, b) => a - b)).toEqual(Array.from({ length: 600 }, (_, index) => index + 2));
    const rows = await stored();
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 601 }, (_, index) => index + 1));
    expect(rows.every(({ body, projected }) => body === projected)).toBe(true);
    expect(new Set(rows.map(({ body }) => body)).size).toBe(601);
  });
});
