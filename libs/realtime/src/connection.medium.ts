import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, PROTOCOL_VERSION, type ConnectionClosing, type WireError } from '@roundtable/contracts';
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
import { Revocation } from './revocation.js';

describe('a connection', () => {
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

  function enter(person: Person | null, auth?: object): Socket {
    const socket = connect(address, person, auth);
    open.push(socket);
    return socket;
  }

  async function enterRoom(person: Person): Promise<StrictReader> {
    const reader = new StrictReader(enter(person), person.membership.roomId);
    await reader.sync();
    return reader;
  }

  const refusalOf = async (socket: Socket): Promise<WireError> =>
    (await next<Error & { data: WireError }>(socket, 'connect_error')).data;

  /** Proof that the process lives and serves: somebody else speaks and is heard. */
  async function expectServed(bystander: StrictReader, speaker: Person): Promise<void> {
    const before = bystander.last;
    await node.records.append(posting(speaker, 'Still here.'));
    await eventually('a bystander is served', () => bystander.last === before + 1);
    expect(bystander.faults).toEqual([]);
  }

  it('is refused to who is not signed in', async () => {
    expect(await refusalOf(enter(null))).toMatchObject({ code: 'unauthenticated' });
  });

  it.each([[{}], [{ v: 0 }], [{ v: '1' }], [{ v: { toString: 1 } }]])(
    'is refused to a page of version %j',
    async (auth) => {
      const person = people.add(await node.createRoom());
      expect(await refusalOf(enter(person, auth))).toMatchObject({ code: 'protocol_version' });
    },
  );

  it(`is refused to the ${LIMITS.socketsPerLogin + 1}th page of one sign-in, however fast they come`, async () => {
    const person = people.add(await node.createRoom());
    const sockets = Array.from({ length: LIMITS.socketsPerLogin + 1 }, () => enter(person));
    const outcomes = await Promise.all(
      sockets.map((socket) =>
        Promise.race([next(socket, 'connect').then(() => 'in'), refusalOf(socket).then(({ code }) => code)]),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(LIMITS.socketsPerLogin);
    expect(outcomes).toContain('too_many_connections');
  });

  it('is closed with its reason when its sign-in ends', async () => {
    const person = people.add(await node.createRoom());
    const { socket } = await enterRoom(person);
    const farewell = next<ConnectionClosing>(socket, 'connection.closing');
    const gone = next(socket, 'disconnect');
    node.app.get(Revocation).endLogins([person.principal.loginId], 'login_ended');
    expect(await farewell).toMatchObject({ code: 'login_ended' });
    await gone;
  });

  it('is closed within 2.5 s when another node ended the sign-in', async () => {
    const person = people.add(await node.createRoom());
    const { socket } = await enterRoom(person);
    const farewell = next<ConnectionClosing>(socket, 'connection.closing');
    const started = Date.now();
    people.ended.push({ loginId: person.principal.loginId, code: 'link_revoked' });
    expect(await farewell).toMatchObject({ code: 'link_revoked' });
    expect(Date.now() - started).toBeLessThan(2_500);
  });

  it('is closed on every device when a personal link is withdrawn, and nobody else is', async () => {
    const room = await node.createRoom();
    const [guest, bystander] = [people.add(room), people.add(room)];
    const [one, two, other] = [await enterRoom(guest), await enterRoom(guest), await enterRoom(bystander)];
    const gone = [next(one.socket, 'disconnect'), next(two.socket, 'disconnect')];
    node.app.get(Revocation).endInvitation(guest.principal.invitation!.id, 'link_revoked');
    await Promise.all(gone);
    await expectServed(other, bystander);
  });

  it('of an account stays when its holder is removed from one room, and reads nothing more there', async () => {
    const room = await node.createRoom();
    const [secretary, bystander] = [people.add(room, 'staff'), people.add(room)];
    const [removed, other] = [await enterRoom(secretary), await enterRoom(bystander)];
    const farewell = next<ConnectionClosing>(removed.socket, 'connection.closing');
    node.app.get(Revocation).endParticipant(secretary.membership.participantId, room, 'removed');
    expect(await farewell).toMatchObject({ code: 'room_left' });
    await expectServed(other, bystander);
    expect(removed.socket.connected).toBe(true);
    expect(removed.last).toBe(0);
  });

  it('counts a person with three tabs once, and tells when the last is closed', async () => {
    const room = await node.createRoom();
    const [watcher, visitor] = [people.add(room), people.add(room)];
    const { socket } = await enterRoom(watcher);
    const differences: { joined: { participant: string }[]; left: string[]; count: number }[] = [];
    socket.on('presence.changed', (difference) => differences.push(difference));
    const tabs = [await enterRoom(visitor), await enterRoom(visitor), await enterRoom(visitor)];
    const { participantId } = visitor.membership;
    const joined = () =>
      differences.flatMap((each) => each.joined).filter(({ participant }) => participant === participantId);
    const left = () => differences.flatMap((each) => each.left);
    await eventually('the visitor shows', () => joined().length > 0);
    tabs[0]?.socket.disconnect();
    tabs[1]?.socket.disconnect();
    const answer = await new StrictReader(enter(visitor), room).sync();
    expect(answer.presence.map(({ participant }) => participant).sort()).toEqual(
      [participantId, watcher.membership.participantId].sort(),
    );
    expect(left()).toEqual([]);
    for (const each of open.slice(1)) each.disconnect();
    await eventually('the visitor is gone', () => left().includes(participantId));
    expect(joined()).toHaveLength(1);
    expect(differences.at(-1)?.count).toBe(1);
  });

  it('tells the others who is typing, not the typist, and stores nothing', async () => {
    const room = await node.createRoom();
    const [typist, reader] = [people.add(room), people.add(room)];
    const [typing, reading] = [await enterRoom(typist), await enterRoom(reader)];
    const echoes: unknown[] = [];
    typing.socket.on('presence.typed', (typed) => echoes.push(typed));
    const typed = next(reading.socket, 'presence.typed');
    expect(await ask(typing.socket, 'presence.typing', { v: PROTOCOL_VERSION, room, on: true })).toEqual({
      ok: true,
    });
    expect(await typed).toEqual({ room, participant: typist.membership.participantId, on: true });
    await expectServed(typing, typist);
    expect(echoes).toEqual([]);
    expect(reading.last).toBeLessThanOrEqual(1);
  });

  it('refuses typing to an observer and to who has not opened the room', async () => {
    const room = await node.createRoom();
    const observer = await enterRoom(people.add(room, 'observer'));
    const payload = { v: PROTOCOL_VERSION, room, on: true };
    expect(await ask(observer.socket, 'presence.typing', payload)).toMatchObject({
      error: { code: 'forbidden' },
    });
    const outside = enter(people.add(room));
    expect(await ask(outside, 'presence.typing', payload)).toMatchObject({ error: { code: 'not_found' } });
  });

  it('is told how long to wait when it asks too much, and stays', async () => {
    const person = people.add(await node.createRoom());
    const socket = enter(person);
    const leave = { v: PROTOCOL_VERSION, room: person.membership.roomId };
    const answers = await Promise.all(
      Array.from({ length: 320 }, () =>
        ask<{ ok: boolean; error?: WireError }>(socket, 'record.leave', leave),
      ),
    );
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(20);
    expect(refused[0]?.error).toMatchObject({ code: 'rate_limited', retry: true });
    expect(refused[0]?.error?.data?.['retryAfterMs']).toBeGreaterThan(0);
    expect(socket.connected).toBe(true);
  });

  it('shares what its sign-in may ask with the other tabs of that, and takes nothing from others', async () => {
    const strict = await startRecordNode(database.url, { people, config: { intentsPerLogin: 10 } });
    const room = await strict.createRoom();
    const [person, other] = [people.add(room), people.add(room)];
    const door = await strict.listen();
    const [one, two, elsewhere] = [connect(door, person), connect(door, person), connect(door, other)];
    open.push(one, two, elsewhere);
    const leave = (socket: Socket) => ask(socket, 'record.leave', { v: PROTOCOL_VERSION, room });
    for (let spent = 0; spent < 10; spent += 2)
      expect([await leave(one), await leave(two)]).toEqual([{ ok: true }, { ok: true }]);
    expect(await leave(one)).toMatchObject({ error: { code: 'rate_limited', retry: true } });
    expect(await leave(two)).toMatchObject({ error: { code: 'rate_limited', retry: true } });
    expect(await leave(elsewhere)).toEqual({ ok: true });
    await strict.close();
  });

  it.each(['error', 'disconnecting', 'message', '__proto__', 'toString', 'surprise'.repeat(9)])(
    'is closed after many unknown events such as %s, and nobody else is hurt',
    async (name) => {
      const room = await node.createRoom();
      const [sender, bystander] = [people.add(room), people.add(room)];
      const other = await enterRoom(bystander);
      const { socket } = await enterRoom(sender);
      const gone = next(socket, 'disconnect');
      for (let times = 0; times < 25; times += 1) rawEmit(socket, name);
      await gone;
      await expectServed(other, bystander);
    },
  );

  it.each([
    ['text that is no packet', 'garbage'],
    ['a packet with broken JSON', '42["record.sync",{'],
    ['an event that is not an array', '42{"a":1}'],
    ['an event without a name', '42[]'],
    ['an event named by a number', '42[7]'],
    ['an acknowledgement nobody asked for', '4399[1]'],
    ['a binary header without its attachments', '4599-["record.sync"]'],
    ['an engine packet of unknown type', '\u0000\u0001\uffff'],
    ['a frame of 10 MB', `42["record.sync","${'x'.repeat(10 * 1024 * 1024)}"]`],
  ])('that sends %s harms nobody else', async (_, frame) => {
    const room = await node.createRoom();
    const [sender, bystander] = [people.add(room), people.add(room)];
    const other = await enterRoom(bystander);
    const { socket } = await enterRoom(sender);
    rawSend(socket, frame);
    await expectServed(other, bystander);
  });

  it.each([[null], [7], ['text'], [[]], [[1, 2]], [{ v: PROTOCOL_VERSION }], [{ __proto__: null, v: {} }]])(
    'gets a coded refusal for the payload %j',
    async (payload) => {
      const { socket } = await enterRoom(people.add(await node.createRoom()));
      const answer = await ask<{ ok: boolean; error: WireError }>(socket, 'record.leave', payload as object);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
    },
  );

  it('is bidden farewell with its own time to come back when the server stops', async () => {
    const stopping = await startRecordNode(database.url, { people });
    const person = people.add(await stopping.createRoom());
    const socket = connect(await stopping.listen(), person);
    open.push(socket);
    await next(socket, 'connect');
    const farewell = next<ConnectionClosing>(socket, 'connection.closing');
    await stopping.close();
    const { code, retryAfterMs } = await farewell;
    expect(code).toBe('server_stopping');
    expect(retryAfterMs).toBeGreaterThanOrEqual(0);
  });
});

interface RawEngine {
  transport: { ws: { send(frame: string): void } };
}

/** Past the client library, as a hostile client would. */
function rawSend(socket: Socket, frame: string): void {
  (socket.io.engine as unknown as RawEngine).transport.ws.send(frame);
}

function rawEmit(socket: Socket, event: string): void {
  rawSend(socket, `42${JSON.stringify([event, {}])}`);
}
