import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, type HistoryPage, type Refusal } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  People,
  posting,
  startRecordNode,
  type Person,
  type RecordNode,
} from '../../../test/support/record-node.js';

describe('a page of history', () => {
  const people = new People();
  let database: { url: string; drop(): Promise<void> };
  let node: RecordNode;
  let address: string;
  let room: string;
  let author: Person;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startRecordNode(database.url, { people });
    address = await node.listen();
    room = await node.createRoom();
    author = people.add(room, 'staff');
    // 1 to 40 are messages, 41 edits number 5, 42 withdraws number 30, 43 is for staff only and refers to 6.
    for (let count = 1; count <= 40; count += 1) await node.records.append(posting(author, `m${count}`));
    const refer = (target: number, body: string) => [
      {
        type: 'discussion.posted' as const,
        target,
        data: { body, replyTo: null, quote: null, mentions: [], language: null },
      },
    ];
    await node.records.append(posting(author, 'e', { decide: () => Promise.resolve(refer(5, 'edit')) }));
    await node.records.append(
      posting(author, 'w', { decide: () => Promise.resolve(refer(30, 'withdrawal')) }),
    );
    await node.records.append(
      posting(author, 's', { decide: () => Promise.resolve(refer(6, 'staff only')) }),
    );
  });

  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  async function get<T = HistoryPage>(
    query: string,
    { as = author, of = room } = {},
  ): Promise<{ status: number; body: T }> {
    const response = await fetch(`${address}/api/v1/rooms/${of}/entries${query}`, {
      headers: { cookie: `login=${as.principal.loginId}` },
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  const seqs = (page: HistoryPage) => page.entries.map(({ seq }) => seq);

  it.each([
    ['the newest without a cursor', '?limit=3', [41, 42, 43]],
    ['those right before a number', '?before=10&limit=3', [7, 8, 9]],
    ['those right after a number', '?after=10&limit=3', [11, 12, 13]],
    ['those around a number', '?around=10&limit=3', [9, 10, 11]],
    ['a full page around the first', '?around=1&limit=3', [1, 2, 3]],
    ['a full page around the last', '?around=43&limit=3', [41, 42, 43]],
    ['nothing before the first', '?before=1&limit=3', []],
    ['nothing after the last', '?after=43&limit=3', []],
    ['nothing after a number that is not there yet', '?after=1000&limit=3', []],
    ['all after nothing', '?after=0&limit=1000', Array.from({ length: 43 }, (_, index) => index + 1)],
  ])('holds %s', async (_, query, expected) => {
    const { status, body } = await get(query);
    expect(status).toBe(200);
    expect(seqs(body)).toEqual(expected);
    expect(body).toMatchObject({ head: 43, epoch: 1 });
  });

  it('brings along what was later added to what is on it, and nothing that is on it already', async () => {
    const { body } = await get('?after=3&limit=5');
    expect(body.later).toMatchObject([
      { seq: 41, target: 5 },
      { seq: 43, target: 6 },
    ]);
    expect((await get('?after=29&limit=14')).body.later).toEqual([]);
  });

  it('withholds from an observer what is for staff, on the page and among what was added later', async () => {
    const observer = people.add(room, 'observer');
    expect((await get('?after=3&limit=5', { as: observer })).body.later[1]).toEqual({
      seq: 43,
      withheld: true,
    });
    expect((await get('?limit=1', { as: observer })).body.entries).toEqual([{ seq: 43, withheld: true }]);
  });

  it.each([
    ['two cursors', '?before=3&after=1', 'around'],
    ['too large a page', `?limit=${LIMITS.historyPage + 1}`, 'limit'],
    ['an empty page', '?limit=0', 'limit'],
    ['a cursor that is no number', '?before=x', 'before'],
    ['a cursor below the first', '?around=0', 'around'],
    ['a cursor given twice', '?before=1&before=2', 'before'],
    ['an unknown field', '?form=3', 'form'],
  ])('is refused for %s, naming the field', async (_, query, field) => {
    const { status, body } = await get<Refusal>(query);
    expect(status).toBe(400);
    expect(body).toMatchObject({ ok: false, error: { code: 'invalid', data: { field } } });
  });

  it('looks the same to a stranger as that of a room that does not exist', async () => {
    const stranger = people.add(await node.createRoom());
    const [forbidden, missing] = [
      await get<Refusal>('', { as: stranger }),
      await get<Refusal>('', { as: stranger, of: newId() }),
    ];
    expect(forbidden).toEqual(missing);
    expect(forbidden.status).toBeGreaterThanOrEqual(400);
  });
});
