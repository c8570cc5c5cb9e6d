import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connectWithCookie, type Connection } from '@roundtable/client';
import { PROTOCOL_VERSION, type SyncAnswer } from '@roundtable/contracts';
import { eventually } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { People, posting, startRecordNode, type RecordNode } from '../../../test/support/record-node.js';
import { Admission } from './admission.js';
import { LiveServer } from './live-server.js';

const CROWD = 1_000;
/** Server and crowd share one process here: what is said reaches a thousand pages of it each time. */
const SPEAKS_EVERY_MS = 500;

describe('a crowd that comes at once', () => {
  const people = new People();
  let connections: Connection[] = [];
  let database: { url: string; drop(): Promise<void> };
  let node: RecordNode;
  let address: string;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    const config = { admittedAtOnce: 1, admissionWaiting: 5 };
    node = await startRecordNode(database.url, { people, config });
    address = await node.listen();
  });

  afterEach(() => {
    for (const connection of connections.splice(0)) connection.close();
  });

  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  /** Catches up as soon as the line stands, again where it is told to. */
  function follow(connection: Connection, room: string, done: (answer: SyncAnswer) => void): void {
    const sync = async (): Promise<void> => {
      if (connection.getState().name !== 'online') return;
      const request = { v: PROTOCOL_VERSION, room, since: null, epoch: null };
      const answer = await connection.request('record.sync', request).catch(() => null);
      if (answer?.ok) return done(answer);
      const wait = answer?.error.data?.['retryAfterMs'];
      setTimeout(() => void sync(), typeof wait === 'number' ? wait * Math.random() : 100);
    };
    connection.subscribe(() => void sync());
  }

  it(`of ${CROWD} is served to the last, and who speaks meanwhile is not kept waiting`, async () => {
    const room = await node.createRoom();
    const speaker = people.add(room);
    for (let index = 0; index < 50; index += 1)
      await node.records.append(posting(speaker, `Measurement ${index}.`));
    const answers: SyncAnswer[] = [];
    connections = Array.from({ length: CROWD }, () => {
      const connection = connectWithCookie(address, `login=${people.add(room).principal.loginId}`);
      follow(connection, room, (answer) => answers.push(answer));
      return connection;
    });
    let slowestMs = 0;
    while (answers.length < CROWD && connections.length > 0) {
      const begun = performance.now();
      await node.records.append(posting(speaker, 'Speaking on.'));
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, SPEAKS_EVERY_MS));
    }
    const { counts } = node.app.get(Admission);
    // Without refusals the limit was never reached, and this would prove nothing.
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts).toMatchObject({ admitted: CROWD, caughtUp: CROWD });
    expect(node.app.get(LiveServer).sockets()).toHaveLength(CROWD);
    expect(answers.every(({ head }) => head >= 50)).toBe(true);
    expect(node.app.get(Admission).waiting).toBe(0);
    expect(slowestMs).toBeLessThan(5_000);
    await eventually('all are online', () => connections.every((each) => each.getState().name === 'online'));
  }, 180_000);
});
