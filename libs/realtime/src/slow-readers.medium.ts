import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectionClosing, PresenceChanged, RecordHead } from '@roundtable/contracts';
import type { Socket } from 'socket.io-client';
import { ask, eventually, next, StrictReader } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { connectRaw, type RawReader } from '../../../test/support/raw-reader.js';
import {
  connect,
  People,
  posting,
  startRecordNode,
  type Person,
  type RecordNode,
} from '../../../test/support/record-node.js';
import { LiveServer } from './live-server.js';
import type { LiveSocket } from './live-socket.js';
import { SlowReaders } from './slow-readers.js';
import { bufferedBytes } from './write-buffer.js';

const BUFFER_KIB = 64;
const LONG_WORDS = 'The gauge is read once a day. '.repeat(330);
/** More than the kernel of either side takes in. */
const STORM = 1_800;
const AT_ONCE = 6;

describe('a reader slower than its room', () => {
  const people = new People();
  const open: { disconnect(): void }[] = [];
  let database: { url: string; drop(): Promise<void> };
  let node: RecordNode;
  let address: string;
  let slow: SlowReaders;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startRecordNode(database.url, { people, config: { socketBufferKib: BUFFER_KIB } });
    address = await node.listen();
    slow = node.app.get(SlowReaders);
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

  async function enterRaw(person: Person): Promise<RawReader> {
    const reader = await connectRaw(address, person);
    open.push({ disconnect: () => reader.destroy() });
    return reader;
  }

  const socketOf = ({ principal }: Person): LiveSocket | undefined =>
    node.app
      .get(LiveServer)
      .sockets()
      .find((socket) => socket.data.principal.loginId === principal.loginId);

  async function speak(speaker: Person, times: number): Promise<void> {
    for (let said = 0; said < times; said += AT_ONCE) {
      const acts = Array.from({ length: AT_ONCE }, () =>
        node.records.append(posting(speaker, LONG_WORDS, { shared: {} })),
      );
      await Promise.all(acts);
    }
  }

  it('that stops reading is told only the head, then cut off; memory stays bounded and nobody else notices', async () => {
    const room = await node.createRoom();
    const [deaf, bystander, speaker] = [people.add(room), people.add(room), people.add(room)];
    const other = new StrictReader(enter(bystander), room);
    await other.sync();
    const reader = await enterRaw(deaf);
    reader.sync(room);
    await eventually(
      'the reader sits in the room',
      () => socketOf(deaf)?.data.seats.get(room)?.held === null,
    );
    reader.stopReading();
    const before = { ...slow.counts };
    let most = 0;
    const watch = setInterval(() => {
      const socket = socketOf(deaf);
      if (socket) most = Math.max(most, bufferedBytes(socket));
    }, 20);
    try {
      await speak(speaker, STORM);
      await eventually('the bystander has everything', () => other.last === STORM);
      expect(slow.counts.spared).toBeGreaterThan(before.spared);
      expect(slow.counts.reduced).toBe(before.reduced + 1);
      await eventually('the deaf reader is cut off', () => reader.isEnded || !socketOf(deaf), 15_000);
      await eventually('its line is closed', () => slow.behindNow === 0, 5_000);
    } finally {
      clearInterval(watch);
    }
    expect(other.faults).toEqual([]);
    expect(slow.counts.disconnected).toBe(before.disconnected + 1);
    // What was sent between two looks comes on top of the limit.
    expect(most).toBeGreaterThan(BUFFER_KIB * 1024);
    expect(most).toBeLessThan(8 * 1024 * 1024);
    expect(most).toBeLessThan((STORM * LONG_WORDS.length) / 3);
  }, 60_000);

  it('that pauses is told how far the room is when it reads on, asks, and misses nothing', async () => {
    const room = await node.createRoom();
    const [pausing, speaker] = [people.add(room), people.add(room)];
    const socket = enter(pausing);
    const reader = new StrictReader(socket, room);
    await reader.sync();
    const heads: RecordHead[] = [];
    socket.on('record.head', (head: RecordHead) => heads.push(head));
    const before = { ...slow.counts };
    lineOf(socket).pause();
    await speak(speaker, STORM);
    await eventually('it is reduced to the head', () => slow.counts.reduced > before.reduced);
    lineOf(socket).resume();
    await eventually('it is told the head', () => heads.at(-1)?.head === STORM, 15_000);
    expect(reader.last).toBeLessThan(STORM);
    while (reader.last < STORM) await reader.sync();
    await speak(speaker, AT_ONCE);
    await eventually('it reads live again', () => reader.last === STORM + AT_ONCE);
    expect(slow.counts.disconnected).toBe(before.disconnected);
  }, 60_000);

  it('is refused more while it has not read what it was sent, with a time to ask again', async () => {
    const room = await node.createRoom();
    const [pausing, speaker] = [people.add(room), people.add(room)];
    const socket = enter(pausing);
    await new StrictReader(socket, room).sync();
    lineOf(socket).pause();
    const { reduced } = slow.counts;
    await speak(speaker, STORM);
    await eventually('it is reduced to the head', () => slow.counts.reduced > reduced);
    const live = socketOf(pausing);
    expect(() => slow.demandRoom(live!)).toThrow(expect.objectContaining({ code: 'busy', retry: true }));
    lineOf(socket).resume();
    await eventually('it has caught up', () => slow.behindNow === 0, 15_000);
    expect(() => slow.demandRoom(live!)).not.toThrow();
    expect(await ask(socket, 'record.leave', { v: 1, room })).toEqual({ ok: true });
  }, 60_000);

  it('is told everybody who is present when it reads on, in place of the differences', async () => {
    const room = await node.createRoom();
    const [pausing, speaker, late] = [people.add(room), people.add(room), people.add(room)];
    const socket = enter(pausing);
    await new StrictReader(socket, room).sync();
    const present = new Set<string>();
    let isToldAll = false;
    socket.on('presence.changed', ({ joined, left, complete }: PresenceChanged) => {
      isToldAll ||= complete === true;
      if (complete) present.clear();
      for (const { participant } of joined) present.add(participant);
      for (const participant of left) present.delete(participant);
    });
    const { reduced } = slow.counts;
    lineOf(socket).pause();
    await speak(speaker, STORM);
    await eventually('it is reduced to the head', () => slow.counts.reduced > reduced);
    await new StrictReader(enter(late), room).sync();
    lineOf(socket).resume();
    await eventually('it is told everybody', () => isToldAll, 15_000);
    const ids = [pausing, late].map(({ membership }) => membership.participantId);
    await eventually(
      'it knows who is there',
      () => present.size === ids.length && ids.every((id) => present.has(id)),
    );
  }, 60_000);

  it('that is slow, not deaf, is told why it is disconnected', async () => {
    const room = await node.createRoom();
    const [pausing, speaker] = [people.add(room), people.add(room)];
    const socket = enter(pausing);
    await new StrictReader(socket, room).sync();
    lineOf(socket).pause();
    const { disconnected } = slow.counts;
    await speak(speaker, STORM);
    const farewell = next<ConnectionClosing>(socket, 'connection.closing');
    await eventually('it is given up', () => slow.counts.disconnected > disconnected, 15_000);
    lineOf(socket).resume();
    expect(await farewell).toMatchObject({ code: 'slow' });
  }, 60_000);
});

interface Line {
  pause(): void;
  resume(): void;
}

/** The client's own TCP connection, which stays open while nobody reads it. */
function lineOf(socket: Socket): Line {
  return (socket.io.engine as unknown as { transport: { ws: { _socket: Line } } }).transport.ws._socket;
}
