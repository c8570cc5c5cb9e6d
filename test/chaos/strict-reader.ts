import type {
  ConnectionClosing,
  RecordEntries,
  RecordHead,
  SyncAnswer,
  WireError,
} from '@roundtable/contracts';
import { isWithheld, PROTOCOL_VERSION } from '@roundtable/contracts';
import { io, type Socket } from 'socket.io-client';
import { outlineOf, type Reading, type Removal } from './history.js';

const AGAIN_MS = 200;

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
  private readonly socket: Socket;
  private epoch: number | null = null;
  private isSynced = false;
  private isClosed = false;
  private removedAt: number | null = null;

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
    this.socket.on('connect_error', () => this.comeBack());
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

  private comeBack(): void {
    this.isSynced = false;
    if (this.isClosed) return;
    setTimeout(() => {
      if (!this.isClosed && !this.socket.connected) this.socket.connect();
    }, AGAIN_MS);
  }

  private sync(): void {
    if (this.isClosed || !this.socket.connected) return;
    this.isSynced = false;
    this.syncs += 1;
    const number = this.syncs;
    const held = this.epoch === null ? { since: null, epoch: null } : { since: this.last, epoch: this.epoch };
    const request = { v: PROTOCOL_VERSION, room: this.place.room, ...held };
    // A callback and not a promise: what was held back may be handled in the same turn of the loop.
    this.socket.timeout(8_000).emit('record.sync', request, (error: Error | null, answer: Answer) => {
      if (number !== this.syncs) return;
      if (!error && answer.ok) this.start(answer);
      else if (!this.isClosed) setTimeout(() => number === this.syncs && this.sync(), AGAIN_MS);
    });
  }

  private start(answer: SyncAnswer): void {
    const { reading } = this;
    this.noteReceived(answer.entries);
    if (answer.epoch !== this.epoch) reading.applied.clear();
    if (answer.reset) reading.last = (answer.entries[0]?.seq ?? answer.head + 1) - 1;
    this.epoch = answer.epoch;
    this.isSynced = true;
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
