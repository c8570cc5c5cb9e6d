import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL_VERSION, type ConnectionClosing, type PresenceChanged } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { Nudges, Revocation } from '@roundtable/realtime';
import { createClient } from 'redis';
import { ask, eventually, next, StrictReader } from '../../../test/support/live-client.js';
import { posting } from '../../../test/support/record-node.js';
import { startRedis, type TestRedis } from '../../../test/support/redis.js';
import { TwoRecordNodes } from '../../../test/support/two-record-nodes.js';

/** What two nodes owe their readers: so soon with Redis, so soon without. Polling and a busy machine are added. */
const SWEPT_WITHIN_MS = 2_500;

describe('two nodes on one database', () => {
  let redis: TestRedis;
  let nodes: TwoRecordNodes;

  beforeAll(async () => {
    redis = await startRedis();
    nodes = await TwoRecordNodes.start(redis.url);
  }, 60_000);

  afterEach(() => nodes.hangUp());

  afterAll(async () => {
    await nodes.close();
    await redis.stop();
  });

  const arrived = (reader: StrictReader, seq: number, within?: number) =>
    eventually(`entry ${seq} arrived`, () => reader.last >= seq, within);

  const bodies = (reader: StrictReader) =>
    reader.applied.map((entry) => ('data' in entry && 'body' in entry.data ? entry.data.body : null));

  it('deliver to each other soon', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const reader = await nodes.enterRoom(author, nodes.addresses.there);
    const delays: number[] = [];
    for (let seq = 1; seq <= 10; seq += 1) {
      await nodes.here.records.append(posting(author, `message ${seq}`));
      const since = performance.now();
      await arrived(reader, seq);
      delays.push(performance.now() - since);
    }
    delays.sort((a, b) => a - b);
    process.stdout.write(`across nodes, ms: ${delays.map(Math.round).join(' ')}\n`);
    expect(delays[5]).toBeLessThan(200);
    expect(reader.faults).toEqual([]);
  });

  it('show the same order without gap or repetition while both append', async () => {
    const room = await nodes.here.createRoom();
    const author = nodes.people.add(room);
    const readers = [
      await nodes.enterRoom(author, nodes.addresses.here),
      await nodes.enterRoom(author, nodes.addresses.there),
    ];
    await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        (index % 2 === 0 ? nodes.here : nodes.there).records.append(
          posting(author, `m${index}`, { shared: {} }),
        ),
      ),
    );
    for (const reader of readers) await arrived(reader, 300);
    expect(readers.flatMap(({ faults }) => faults)).toEqual([]);
    expect(bodies(readers[0])).toEqual(bodies(readers[1]));
  });

  it('are not hurt by forged nudges, and show nothing that is not on the record', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const room = author.membership.roomId;
    const reader = await nodes.enterRoom(author, nodes.addresses.there);
    const heard: unknown[] = [];
    for (const event of ['presence.typed', 'record.head'])
      reader.socket.on(event, (told) => heard.push(told));
    const forger = createClient({ url: redis.url });
    await forger.connect();
    const { malformed } = nodes.there.app.get(Nudges).counts;
    const forged = [
      ['head', JSON.stringify({ room, seq: 999_999, epoch: 1 })],
      ['head', JSON.stringify({ room, seq: 1, epoch: 77 })],
      ['head', JSON.stringify({ room: newId(), seq: 5, epoch: 1 })],
      ['head', JSON.stringify({ room, seq: -1, epoch: 'x' })],
      ['head', 'garbage'],
      ['head', '{"room":'],
      ['head', 'null'],
      ['login', JSON.stringify({ login: author.principal.loginId })],
      ['login', JSON.stringify({ login: '%' })],
      ['typing', JSON.stringify({ node: newId(), room, participant: newId(), on: true })],
      [
        'presence',
        `${'A'.repeat(43)}${JSON.stringify({ node: newId(), room, joined: [], left: [], count: 9 })}`,
      ],
    ] as const;
    for (const [subject, message] of forged) await forger.publish(`roundtable:${subject}`, message);
    await nodes.here.records.append(posting(author, 'true'));
    await arrived(reader, 1);
    await eventually(
      'the forgeries came',
      () => nodes.there.app.get(Nudges).counts.malformed >= malformed + 7,
    );
    forger.destroy();
    expect(reader.socket.connected).toBe(true);
    expect(heard).toEqual([]);
    expect(bodies(reader)).toEqual(['true']);
    expect(reader.faults).toEqual([]);
  });

  it('send nothing of what is said through Redis', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const reader = await nodes.enterRoom(author, nodes.addresses.there);
    const watcher = createClient({ url: redis.url });
    await watcher.connect();
    const seen: string[] = [];
    await watcher.monitor((line) => void seen.push(String(line)));
    const secret = 'The sluice at Toktogul stays shut.';
    await nodes.here.records.append(posting(author, secret));
    await arrived(reader, 1);
    const { roomId } = author.membership;
    await eventually('Redis carried the nudge', () => seen.some((line) => line.includes(roomId)));
    watcher.destroy();
    const head = seen.find((line) => line.includes('roundtable:head') && line.includes(roomId));
    expect(head).toContain(JSON.stringify({ room: roomId, seq: 1, epoch: 1 }).replaceAll('"', '\\"'));
    expect(seen.filter((line) => line.includes('sluice') || line.includes('Toktogul'))).toEqual([]);
  });

  it('close the sockets of a login that ended elsewhere, at once and not only with the sweep', async () => {
    const room = await nodes.here.createRoom();
    const delays: number[] = [];
    for (let times = 0; times < 7; times += 1) {
      const person = nodes.people.add(room);
      const { loginId } = person.principal;
      const reader = await nodes.enterRoom(person, nodes.addresses.there);
      const closing = next<ConnectionClosing>(reader.socket, 'connection.closing');
      nodes.people.ended.push({ loginId, code: 'login_ended' });
      const since = performance.now();
      nodes.here.app.get(Revocation).endLogins([loginId], 'login_ended');
      expect(await closing).toMatchObject({ code: 'login_ended' });
      delays.push(performance.now() - since);
    }
    delays.sort((a, b) => a - b);
    expect(delays[3]).toBeLessThan(300);
    expect(delays[6]).toBeLessThan(SWEPT_WITHIN_MS);
  });

  it('show who is there and who types on the other', async () => {
    const room = await nodes.here.createRoom();
    const [near, far] = [nodes.people.add(room), nodes.people.add(room)];
    const reader = await nodes.enterRoom(near, nodes.addresses.here);
    const changes: PresenceChanged[] = [];
    reader.socket.on('presence.changed', (change: PresenceChanged) => changes.push(change));
    const other = await nodes.enterRoom(far, nodes.addresses.there);
    const { participantId } = far.membership;
    const came = () =>
      changes.some(({ joined }) => joined.some(({ participant }) => participant === participantId));
    await eventually('the other is seen', came);
    expect(changes.at(-1)?.count).toBe(2);
    const typed = next(reader.socket, 'presence.typed');
    await ask(other.socket, 'presence.typing', { v: PROTOCOL_VERSION, room, on: true });
    expect(await typed).toEqual({ room, participant: participantId, on: true });
    other.socket.disconnect();
    await eventually('the other is gone', () => changes.some(({ left }) => left.includes(participantId)));
    expect(changes.at(-1)?.count).toBe(1);
  });

  it('tell a newcomer who was there before on the other', async () => {
    const room = await nodes.here.createRoom();
    const [first, second] = [nodes.people.add(room), nodes.people.add(room)];
    await nodes.enterRoom(first, nodes.addresses.here);
    const changes: PresenceChanged[] = [];
    const reader = await nodes.enterRoom(second, nodes.addresses.there);
    reader.socket.on('presence.changed', (change: PresenceChanged) => changes.push(change));
    const { participantId } = first.membership;
    await eventually('the first is seen', () =>
      changes.some(({ joined }) => joined.some(({ participant }) => participant === participantId)),
    );
  });

  it('delay nothing of their own while Redis hangs, deliver across within the sweep, and recover', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const near = await nodes.enterRoom(author, nodes.addresses.here);
    const far = await nodes.enterRoom(author, nodes.addresses.there);
    redis.hang();
    try {
      const delays: number[] = [];
      for (let seq = 1; seq <= 20; seq += 1) {
        const since = performance.now();
        await nodes.here.records.append(posting(author, `message ${seq}`));
        await arrived(near, seq);
        delays.push(performance.now() - since);
      }
      delays.sort((a, b) => a - b);
      process.stdout.write(
        `ack and local delivery while Redis hangs, ms: ${delays.map(Math.round).join(' ')}\n`,
      );
      expect(delays[10]).toBeLessThan(200);
      const since = performance.now();
      await arrived(far, 20);
      expect(performance.now() - since).toBeLessThan(SWEPT_WITHIN_MS);
      expect(await nodes.here.app.get(Nudges).check()).toBe('down');
    } finally {
      redis.resume();
    }
    await nodes.linked('up');
    expect([...near.faults, ...far.faults]).toEqual([]);
  });

  it('deliver to each other within the sweep while Redis is dead, and soon again when it is back', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const far = await nodes.enterRoom(author, nodes.addresses.there);
    await redis.kill();
    await nodes.here.records.append(posting(author, 'one'));
    const since = performance.now();
    await arrived(far, 1);
    const took = performance.now() - since;
    process.stdout.write(`across nodes with Redis dead, ms: ${Math.round(took)}\n`);
    expect(took).toBeLessThan(SWEPT_WITHIN_MS);
    expect(await nodes.here.app.get(Nudges).check()).toBe('down');
    await redis.restart();
    await nodes.linked('up');
    const { received } = nodes.there.app.get(Nudges).counts;
    await nodes.here.records.append(posting(author, 'two'));
    await arrived(far, 2);
    await eventually('it was nudged', () => nodes.there.app.get(Nudges).counts.received > received);
    expect(far.faults).toEqual([]);
  });
});
