import { Nudges } from '@roundtable/realtime';
import type { Socket } from 'socket.io-client';
import { eventually, StrictReader } from './live-client.js';
import { emptyMigratedDatabase } from './postgres.js';
import { connect, People, startRecordNode, type Person, type RecordNode } from './record-node.js';

/** Two nodes of the record on one fresh database and one Redis, and the readers that are connected to them. */
export class TwoRecordNodes {
  private readonly open: Socket[] = [];

  private constructor(
    readonly people: People,
    readonly here: RecordNode,
    readonly there: RecordNode,
    readonly addresses: { here: string; there: string },
    private readonly database: { url: string; drop(): Promise<void> },
  ) {}

  /** Resolves when both nodes reach Redis. */
  static async start(redisUrl: string): Promise<TwoRecordNodes> {
    const people = new People();
    const database = await emptyMigratedDatabase();
    const here = await startRecordNode(database.url, { people, redisUrl });
    const there = await startRecordNode(database.url, { people, redisUrl });
    const addresses = { here: await here.listen(), there: await there.listen() };
    const nodes = new TwoRecordNodes(people, here, there, addresses, database);
    await nodes.linked('up');
    return nodes;
  }

  /** Resolves when both nodes say so of their line to Redis. */
  async linked(wanted: 'up' | 'down'): Promise<void> {
    let states: string[] = [];
    await eventually(
      `the line of both nodes is ${wanted}`,
      () => {
        const asked = [this.here, this.there].map(({ app }) => app.get(Nudges).check());
        void Promise.all(asked).then((now) => (states = now));
        return states.length === 2 && states.every((state) => state === wanted);
      },
      25_000,
    );
  }

  /** Connects a person to a node; the reader has read the room of that person. */
  async enterRoom(person: Person, address: string): Promise<StrictReader> {
    const socket = connect(address, person);
    this.open.push(socket);
    const reader = new StrictReader(socket, person.membership.roomId);
    await reader.sync();
    return reader;
  }

  /** Ends the connections of all readers. */
  hangUp(): void {
    for (const socket of this.open.splice(0)) socket.disconnect();
  }

  async close(): Promise<void> {
    await this.here.close();
    await this.there.close();
    await this.database.drop();
  }
}
