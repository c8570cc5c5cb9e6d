import type {
  ConnectionClosing,
  RecordEntries,
  RecordHead,
  SyncAnswer,
  WireError,
} from '@roundtable/contracts';
import { ANSWER_TIMEOUT_MS } from '@roundtable/client';
import { isWithheld, PROTOCOL_VERSION } from '@roundtable/contracts';
import { io, type Socket } from 'socket.io-client';
import { outlineOf, type Reading, type Removal } from './history.js';

const AGAIN_MS = 200;
const AGAIN_AT_MOST_MS = 8_000;

/** Whom a strict reader is, and where it reads. */
export interface ReaderPlace {
  name: string;
  url: string;
  cookie: string;
  room: string;
}

type Answer = (SyncAnswer & { ok: true }) | { ok: false; error: WireError };

/**
 * A reader on a socket of its own that applies the protocol's rule and nothing else: after an answered sync every entry
 * comes once and in order, unless the server said that the head is further. Meant for lines on which nothing is broken,
 * so whatever it has to complain of is the server's doing.
 */
export class StrictReader {
  readonly reading: Reading;
  /** Every entry that came after the right to read was taken away. */
  readonly received: Removal['received'] = [];
  /** Why the server closed the line for good, null while it did not. */
  closing: string | null = null;
  syncs = 0;
  /** True once it was let in and caught up; it may be asking again since. */
  hasEntered = false;
  /** Why it last had to wait. */
  lastRefusal = 'none';
  private readonly socket: Socket;
  private epoch: number | null = null;
  private isSynced = false;
  private isClosed = false;
  private removedAt: number | null = null;
  private failures = 0;

  constructor(private readonly place: ReaderPlace) {
    const { name: reader, url, cookie } = place;
    this.reading = { reader, gaps: [], repeated: [], reordered: [], applied: new Map(), last: 0 };
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { v: PROTOCOL_VERSION },
      extraHeaders: { cookie, origin: new URL(url).origin },
    });
    this.socket.on('connect', () => this.sync());
    this.socket.on('disconnect', () => this.comeBack());
    this.socket.on('connect_error', (error: Error & { data?: WireError }) => this.comeBack(error.data));
    this.socket.on('record.entries', (batch: RecordEntries) => this.take(batch));
    this.socket.on('record.head', (head: RecordHead) => this.hear(head));
    this.socket.on('connection.closing', ({ code }: ConnectionClosing) => {
      if (code !== 'server_stopping' && code !== 'slow') this.closing = code;
    });
  }

  get last(): number {
    return this.reading.last;
  }

  get isCurrent(): boolean {
    return this.isSynced;
  }

  /** From now on everything that still comes is remembered. */
  noteRemoved(): void {
    this.removedAt = Date.now();
  }

  /** Goes out of the room and comes in again, on the same line. */
  reenter(): void {
    if (!this.isSynced) return;
    this.isSynced = false;
    this.socket.emit('record.leave', { v: PROTOCOL_VERSION, room: this.place.room });
    this.sync();
  }

  close(): void {
    this.isClosed = true;
    this.socket.disconnect();
  }

  private comeBack(refusal?: WireError): void {
    this.isSynced = false;
    if (this.isClosed) return;
    setTimeout(() => {
      if (!this.isClosed && !this.socket.connected) this.socket.connect();
    }, this.waitMs(refusal));
  }

  /** As the client does: what was asked for, and by chance up to a bound that doubles. */
  private waitMs(refusal: WireError | undefined): number {
    this.lastRefusal = refusal?.code ?? 'no answer';
    const asked = Number(refusal?.data?.['retryAfterMs'] ?? 0);
    const bound = Math.min(AGAIN_AT_MOST_MS, AGAIN_MS * 2 ** this.failures);
    this.failures += 1;
    return asked + Math.random() * bound;
  }

  private sync(): void {
    if (this.isClosed || !this.socket.connected) return;
    this.isSynced = false;
    this.syncs += 1;
    const number = this.syncs;
    const held = this.epoch === null ? { since: null, epoch: null } : { since: this.last, epoch: this.epoch };
    const request = { v: PROTOCOL_VERSION, room: this.place.room, ...held };
    // A callback and not a promise: what was held back may be handled in the same turn of the loop.
    this.socket
      .timeout(ANSWER_TIMEOUT_MS)
      .emit('record.sync', request, (error: Error | null, answer: Answer) => {
        if (number !== this.syncs) return;
        if (!error && answer.ok) this.start(answer);
        else if (!this.isClosed)
          setTimeout(
            () => number === this.syncs && this.sync(),
            this.waitMs(error ? undefined : refusalOf(answer)),
          );
      });
  }

  private start(answer: SyncAnswer): void {
    const { reading } = this;
    this.noteReceived(answer.entries);
    if (answer.epoch !== this.epoch) reading.applied.clear();
    if (answer.reset) reading.last = (answer.entries[0]?.seq ?? answer.head + 1) - 1;
    this.epoch = answer.epoch;
    this.isSynced = true;
    this.hasEntered = true;
    this.failures = 0;
    for (const entry of answer.entries) this.apply(entry, 'an answer');
    if (reading.last !== answer.head)
      reading.gaps.push(`an answer ends at ${reading.last} and says that the head is ${answer.head}`);
    reading.last = answer.head;
  }

  private take({ room, epoch, entries }: RecordEntries): void {
    if (room !== this.place.room) return;
    this.noteReceived(entries);
    if (!this.isSynced) return;
    if (epoch !== this.epoch) return this.sync();
    for (const entry of entries) if (this.isSynced) this.apply(entry, 'a delivery');
  }

  private apply(entry: RecordEntries['entries'][number], where: string): void {
    const { reading } = this;
    const { seq } = entry;
    if (seq === reading.last + 1) {
      reading.applied.set(seq, isWithheld(entry) ? 'withheld' : outlineOf(entry));
      reading.last = seq;
      return;
    }
    if (seq > reading.last) {
      reading.gaps.push(`${where} brought ${seq} after ${reading.last}`);
      this.sync();
    } else if (reading.applied.has(seq))
      reading.repeated.push(`${where} brought ${seq} again after ${reading.last}`);
    else reading.reordered.push(`${where} brought ${seq} after ${reading.last}`);
  }

  private hear({ room, epoch, head }: RecordHead): void {
    if (room !== this.place.room || !this.isSynced) return;
    if (epoch !== this.epoch || head > this.last) this.sync();
  }

  private noteReceived(entries: RecordEntries['entries']): void {
    if (this.removedAt === null) return;
    const receivedAt = Date.now();
    for (const entry of entries) {
      const committedAt = isWithheld(entry) ? receivedAt : Date.parse(entry.at);
      this.received.push({ receivedAt, committedAt, seq: entry.seq });
    }
  }
}

function refusalOf(answer: Answer): WireError | undefined {
  return answer.ok ? undefined : answer.error;
}
