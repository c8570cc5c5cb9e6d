import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, PROTOCOL_VERSION, type Audience, type SyncAnswer } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import type { Socket } from 'socket.io-client';
import { ask, eventually, next, StrictReader } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  connect,
  People,
  posting,
  startRecordNode,
  type Person,
  type RecordNode,
} from '../../../test/support/record-node.js';

describe('catching up with the record', () => {
  const people = new People();
  const open: Socket[] = [];
  let database: { url: string; drop(): Promise<void> };
  let node: RecordNode;
  let address: string;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startRecordNode(database.url, { people });
    address = await node.listen();
  });

  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  function enter(person: Person): Socket {
    const socket = connect(address, person);
    open.push(socket);
    return socket;
  }

  const sync = (socket: Socket, room: string, since: number | null = null, epoch: number | null = null) =>
    ask<SyncAnswer>(socket, 'record.sync', { v: PROTOCOL_VERSION, room, since, epoch });

  async function fill(author: Person, count: number): Promise<void> {
    for (let start = 0; start < count; start += 100) {
      const size = Math.min(100, count - start);
      await node.records.append({
        ...posting(author, 'x', { clientId: newId() }),
        decide: () =>
          Promise.resolve(
            Array.from({ length: size }, (_, index) => ({
              type: 'discussion.posted' as const,
              data: {
                body: `m${start + index + 1}`,
                replyTo: null,
                quote: null,
                mentions: [],
                language: null,
              },
            })),
          ),
      });
    }
  }

  it('gives a newcomer the newest page, who they are and what they may do', async () => {
    const room = await node.createRoom();
    const author = people.add(room);
    await fill(author, 250);
    const answer = await sync(enter(author), room);
    expect(answer).toMatchObject({
      ok: true,
      epoch: 1,
      head: 250,
      reset: true,
      later: [],
      me: {
        participant: author.membership.participantId,
        permissions: ['discussion.post', 'room.read'],
        lastRead: 0,
      },
    });
    expect(answer.entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: LIMITS.syncNewestPage }, (_, index) => index + 51),
    );
  });

  it('gives who returns exactly what they missed, edits and withdrawals too', async () => {
    const room = await node.createRoom();
    const author = people.add(room);
    await fill(author, 3);
    const withdrawal = { type: 'discussion.withdrawn' as const, target: 2, data: { reason: null } };
    await node.records.append(posting(author, 'w', { decide: () => Promise.resolve([withdrawal]) }));
    const answer = await sync(enter(author), room, 2, 1);
    expect(answer.reset).toBe(false);
    expect(answer.entries).toMatchObject([{ seq: 3 }, { seq: 4, type: 'discussion.withdrawn', target: 2 }]);
  });

  it.each([
    ['a number beyond the head', 9, 1],
    ['another epoch', 2, 7],
    ['no epoch', 2, null],
  ])('starts a client afresh that holds %s', async (_, since, epoch) => {
    const room = await node.createRoom();
    const author = people.add(room);
    await fill(author, 3);
    const answer = await sync(enter(author), room, since, epoch);
    expect(answer.reset).toBe(true);
    expect(answer.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('starts a client afresh that was away for more entries than are sent at once', async () => {
    const room = await node.createRoom();
    const author = people.add(room);
    await fill(author, LIMITS.syncEntries + 2);
    const socket = enter(author);
    expect((await sync(socket, room, 2, 1)).reset).toBe(false);
    expect((await sync(socket, room, 1, 1)).reset).toBe(true);
  });

  it('withholds an entry from who may not see it, live and in the answer, and keeps its number', async () => {
    const room = await node.createRoom();
    const [staff, member] = [people.add(room, 'staff'), people.add(room, 'member')];
    const readers = [new StrictReader(enter(staff), room), new StrictReader(enter(member), room)] as const;
    for (const reader of readers) await reader.sync();
    await node.records.append(posting(staff, 'for all'));
    await node.records.append(posting(staff, 'staff only: figures'));
    for (const reader of readers) await eventually('both arrived', () => reader.last === 2);
    expect(readers[0].applied[1]).toMatchObject({ seq: 2, data: { body: 'staff only: figures' } });
    expect(readers[1].applied[1]).toEqual({ seq: 2, withheld: true });
    const again = await sync(enter(member), room);
    expect(again.entries[1]).toEqual({ seq: 2, withheld: true });
  });

  it('delivers what one commit made as one event that holds an array', async () => {
    const room = await node.createRoom();
    const author = people.add(room);
    const socket = enter(author);
    await sync(socket, room);
    const batch = next<{ entries: unknown[] }>(socket, 'record.entries');
    await fill(author, 30);
    expect((await batch).entries).toHaveLength(30);
  });

  it('delivers nothing to a socket that has left the room', async () => {
    const room = await node.createRoom();
    const author = people.add(room);
    const [leaver, stayer] = [new StrictReader(enter(author), room), new StrictReader(enter(author), room)];
    await leaver.sync();
    await stayer.sync();
    await ask(leaver.socket, 'record.leave', { v: PROTOCOL_VERSION, room });
    await node.records.append(posting(author, 'after'));
    await eventually('the one who stayed has it', () => stayer.last === 1);
    expect(leaver.last).toBe(0);
  });

  it('looks the same to a stranger as a room that does not exist', async () => {
    const [room, elsewhere] = [await node.createRoom(), await node.createRoom()];
    const socket = enter(people.add(elsewhere));
    const answers = [await sync(socket, room), await sync(socket, newId())];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ ok: false });
  });

  it.each([
    ['an unknown field', { extra: 1 }],
    ['a negative number', { since: -1 }],
    ['a number as text', { since: '1' }],
    ['a missing number', { since: undefined }],
    ['another version', { v: 2 }],
  ])('refuses a sync with %s', async (_, wrong) => {
    const room = await node.createRoom();
    const socket = enter(people.add(room));
    const payload = { v: PROTOCOL_VERSION, room, since: null, epoch: null, ...wrong };
    expect(await ask(socket, 'record.sync', payload)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });

  it('refuses a room written in capitals, which would be a second channel of the same room', async () => {
    const room = await node.createRoom();
    const answer = await sync(enter(people.add(room)), room.toUpperCase());
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', data: { field: 'room' } } });
  });

  it('loses and repeats nothing for readers who sync again and again while others append', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    process.stdout.write(`sync fuzz: SEED=${seed}\n`);
    const random = randomFrom(seed);
    const room = await node.createRoom();
    const authors = Array.from({ length: 4 }, () => people.add(room));
    const audiences: Audience[] = ['staff', 'member', 'observer'];
    const readers = Array.from(
      { length: 6 },
      (_, index) => new StrictReader(enter(people.add(room, audiences[index % 3])), room),
    );
    const total = 400;
    const writing = authors.map(async (author, index) => {
      for (let count = 0; count < total / authors.length; count += 1)
        await node.records.append(posting(author, `${random() < 0.2 ? 'staff only ' : ''}${index}/${count}`));
    });
    const reading = readers.map(async (reader) => {
      // Fewer than the budget of a socket allows.
      for (let times = 0; times < 40 && reader.last < total - 20; times += 1) {
        await reader.sync();
        await new Promise((resolve) => setTimeout(resolve, random() * 60));
      }
    });
    await Promise.all([...writing, ...reading]);
    for (const reader of readers) await eventually('the head arrived', () => reader.last === total);
    expect(readers.flatMap(({ faults }) => faults)).toEqual([]);
    expect(readers.some(({ answers }) => answers > 3)).toBe(true);
    const stored = await node.dataSource.query<{ body: string }[]>(
      "SELECT data->>'body' AS body FROM record_entries WHERE room_id = $1 ORDER BY seq",
      [room],
    );
    const wanted = stored.slice(-100).map(({ body }) => body);
    const seen = readers[0].applied.slice(-100);
    expect(seen.map((entry) => ('data' in entry && 'body' in entry.data ? entry.data.body : null))).toEqual(
      wanted,
    );
  });
});

/** Mulberry32: small, and the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
