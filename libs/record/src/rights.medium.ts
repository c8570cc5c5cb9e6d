import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectionClosing } from '@roundtable/contracts';
import type { Socket } from 'socket.io-client';
import { eventually, next, StrictReader } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  connect,
  People,
  posting,
  startRecordNode,
  type Person,
  type RecordNode,
} from '../../../test/support/record-node.js';

describe('the readers of a room', () => {
  const people = new People();
  const open: Socket[] = [];
  let database: { url: string; drop(): Promise<void> };
  let here: RecordNode;
  let elsewhere: RecordNode;
  let address: string;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    here = await startRecordNode(database.url, { people });
    elsewhere = await startRecordNode(database.url, { people });
    address = await here.listen();
  });

  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  afterAll(async () => {
    await here.close();
    await elsewhere.close();
    await database.drop();
  });

  async function enterRoom(person: Person): Promise<StrictReader> {
    const socket = connect(address, person);
    open.push(socket);
    const reader = new StrictReader(socket, person.membership.roomId);
    await reader.sync();
    return reader;
  }

  async function scene(): Promise<{ secretary: Person; member: Person }> {
    const room = await here.createRoom();
    return { secretary: people.add(room, 'staff'), member: people.add(room) };
  }

  function demote(person: Person): void {
    const membership = { ...person.membership, audience: 'member' as const };
    people.byLogin.set(person.principal.loginId, { ...person, membership });
  }

  it('see as their new audience does from the act on that changed it', async () => {
    const { secretary, member } = await scene();
    const reader = await enterRoom(secretary);
    await here.records.append(posting(member, 'staff only: before'));
    await eventually('it arrived', () => reader.last === 1);
    demote(secretary);
    await here.records.append(posting(member, 'The chair is handed over.', { changesRights: true }));
    await here.records.append(posting(member, 'staff only: one'));
    await eventually('all arrived', () => reader.last === 3);
    await here.records.append(posting(member, 'staff only: two'));
    await eventually('all arrived', () => reader.last === 4);
    expect(reader.applied[0]).toMatchObject({ data: { body: 'staff only: before' } });
    expect(reader.applied[3]).toEqual({ seq: 4, withheld: true });
    expect(reader.faults).toEqual([]);
  });

  it('are put out when they are removed, and receive nothing of what follows', async () => {
    const { secretary, member } = await scene();
    const [removed, stays] = [await enterRoom(member), await enterRoom(secretary)];
    const farewell = next<ConnectionClosing>(removed.socket, 'connection.closing');
    people.remove(member);
    await here.records.append(posting(secretary, 'Removed.', { changesRights: true }));
    expect(await farewell).toMatchObject({ code: 'removed' });
    await here.records.append(posting(secretary, 'Among ourselves.'));
    await eventually('the other has it', () => stays.last === 2);
    expect(removed.last).toBeLessThan(2);
  });

  it('are put out within 2.5 s when another node removed them', async () => {
    const { secretary, member } = await scene();
    const removed = await enterRoom(member);
    // A first sweep notes the room's rights, so that the second one has something to compare with.
    const gone = next(removed.socket, 'disconnect');
    people.remove(member);
    const started = Date.now();
    await elsewhere.records.append(posting(secretary, 'Removed.', { changesRights: true }));
    await gone;
    expect(Date.now() - started).toBeLessThan(2_500);
  });

  it('are sent within 2.5 s what another node appended, though nobody nudged', async () => {
    const { secretary, member } = await scene();
    const reader = await enterRoom(member);
    const started = Date.now();
    await elsewhere.records.append(posting(secretary, 'From elsewhere.'));
    await eventually('it arrived', () => reader.last === 1);
    expect(Date.now() - started).toBeLessThan(2_500);
    expect(reader.applied[0]).toMatchObject({ data: { body: 'From elsewhere.' } });
    expect(reader.faults).toEqual([]);
  });
});
