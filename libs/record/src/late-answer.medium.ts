import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL_VERSION, type SyncAnswer } from '@roundtable/contracts';
import type { Socket } from 'socket.io-client';
import { ask, eventually, StrictReader } from '../../../test/support/live-client.js';
import { registerDiary } from '../../../test/support/diary.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  connect,
  People,
  posting,
  startRecordNode,
  type RecordNode,
} from '../../../test/support/record-node.js';

/** Holds the reading of an observer until it is opened. */
class Gate {
  reached: Promise<void>;
  open: () => void = () => undefined;
  private arrive: () => void = () => undefined;
  private readonly opened: Promise<void>;

  constructor() {
    this.reached = new Promise((resolve) => (this.arrive = resolve));
    this.opened = new Promise((resolve) => (this.open = resolve));
  }

  async pass(): Promise<void> {
    this.arrive();
    await this.opened;
  }
}

describe('a reader whose answer is older than the first one given on this node', () => {
  const people = new People();
  const sockets: Socket[] = [];
  const gate = new Gate();
  let database: { url: string; drop(): Promise<void> };
  let here: RecordNode;
  let elsewhere: RecordNode;
  let address: string;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    here = await startRecordNode(database.url, {
      people,
      features: (features) => {
        registerDiary(features);
        features.register({
          name: 'floor',
          project: () => Promise.resolve(),
          present: (entry) => entry,
          snapshot: async (_tx, _room, audience) => {
            if (audience === 'observer') await gate.pass();
            return {};
          },
        });
      },
    });
    elsewhere = await startRecordNode(database.url, { people });
    address = await here.listen();
  });

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await here.close();
    await elsewhere.close();
    await database.drop();
  });

  it('is answered with what lies between as well', async () => {
    const room = await here.createRoom();
    const author = people.add(room);
    await elsewhere.records.append(posting(author, 'first'));
    const slow = connect(address, people.add(room, 'observer'));
    const quick = connect(address, author);
    sockets.push(slow, quick);
    const reader = new StrictReader(slow, room);
    const late = reader.sync();
    await gate.reached;
    // Committed on the other node: it was delivered to nobody here.
    await elsewhere.records.append(posting(author, 'second'));
    const request = { v: PROTOCOL_VERSION, room, since: null, epoch: null };
    expect(await ask<SyncAnswer>(quick, 'record.sync', request)).toMatchObject({ head: 2 });
    gate.open();
    expect(await late).toMatchObject({ head: 2 });
    await elsewhere.records.append(posting(author, 'third'));
    await eventually('the third was delivered', () => reader.last === 3);
    expect(reader.applied.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(reader.faults).toEqual([]);
  });
});
