import {
  createConnection,
  createHttp,
  memoryOutbox,
  openRoom,
  realTimers,
  socketIoTransport,
  type Connection,
  type Room,
} from '@roundtable/client';
import type { Operation } from './history.js';
import type { Said, Talk } from './talk.js';
import type { SeededRandom } from './seeded-random.js';
import { pause } from './wait.js';

const MOST_OUTSTANDING = 3;
/** After these nobody knows what became of the last attempt. */
const LOST_ACCESS = ['participant_removed', 'link_revoked', 'unauthenticated', 'not_found'];

/** Who a client is. */
export interface ClientIdentity {
  name: string;
  participant: string;
  cookie: string;
  room: string;
}

/** Somebody with the real client library, who writes or only reads, through the proxy. */
export class ChaosClient {
  readonly operations: Operation[] = [];
  /** Added to the device's clock, in ms. */
  clockOffset = 0;
  private connection: Connection;
  private current: Room;
  private outstanding = new Set<Operation>();
  private isWriting = false;
  private writing: Promise<void> = Promise.resolve();
  private readonly outbox = memoryOutbox();
  private readonly timers = { ...realTimers, now: () => Date.now() + this.clockOffset };

  constructor(
    readonly identity: ClientIdentity,
    private readonly url: string,
    private readonly random: SeededRandom,
  ) {
    [this.connection, this.current] = this.open();
  }

  get room(): Room {
    return this.current;
  }

  /** Says something about every `paceMs`, as `talk` has it, until `stopWriting`. */
  startWriting(talk: Talk, paceMs: number): void {
    this.isWriting = true;
    this.writing = this.write(talk, paceMs);
  }

  async stopWriting(): Promise<void> {
    this.isWriting = false;
    await this.writing;
  }

  /** True when nothing waits for an answer any more. */
  get isSettled(): boolean {
    const waits = this.current
      .getView()
      .pending.some(({ status }) => status !== 'refused' && status !== 'sent');
    return this.outstanding.size === 0 && !waits;
  }

  /** Closes the tab and opens it again, with what lay in the outbox. */
  reload(): void {
    this.shut();
    for (const operation of this.outstanding) operation.outcome = 'kept';
    this.outstanding = new Set();
    [this.connection, this.current] = this.open();
  }

  /** What the outbox of a reloaded tab was told meanwhile: refused words were not recorded. */
  noteKept(): void {
    const refused = new Set(
      this.current
        .getView()
        .pending.flatMap(({ status, clientId }) => (status === 'refused' ? [clientId] : [])),
    );
    for (const operation of this.operations)
      if (operation.outcome === 'kept' && refused.has(operation.clientId)) operation.outcome = 'refused';
  }

  shut(): void {
    this.current.close();
    this.connection.close();
  }

  private open(): [Connection, Room] {
    const { url, timers } = this;
    const { cookie, room, participant: self } = this.identity;
    const connection = createConnection({ transport: socketIoTransport({ url, cookie }), timers });
    const http = createHttp({ url, cookie });
    return [connection, openRoom({ connection, room, self, outbox: this.outbox, http, timers })];
  }

  private async write(talk: Talk, paceMs: number): Promise<void> {
    while (this.isWriting) {
      const mayRead = this.current.getView().refusal === null;
      if (mayRead && this.outstanding.size < MOST_OUTSTANDING) this.say(talk);
      await pause(paceMs * (0.5 + this.random.next()));
    }
  }

  private say(talk: Talk): void {
    const said: Said = talk.next(this.current, this.identity, this.random);
    const { clientId, done } = said.sending;
    if (clientId === '') return;
    const operation: Operation = {
      client: this.identity.name,
      actor: this.identity.participant,
      clientId,
      kind: said.kind,
      mark: said.mark,
      sentAt: Date.now(),
      settledAt: null,
      outcome: 'unknown',
      seq: null,
    };
    this.operations.push(operation);
    const { outstanding } = this;
    outstanding.add(operation);
    void done.then((result) => {
      outstanding.delete(operation);
      operation.settledAt = Date.now();
      if (result.ok) {
        operation.outcome = 'acknowledged';
        operation.seq = result.seq;
        talk.noteAcknowledged(said, result.seq, this.identity);
      } else operation.outcome = LOST_ACCESS.includes(result.error.code) ? 'unknown' : 'refused';
    });
  }
}
