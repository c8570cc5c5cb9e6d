import type { RecordEntries, RecordHead, SyncAnswer, VisibleEntry } from '@roundtable/contracts';
import { PROTOCOL_VERSION } from '@roundtable/contracts';
import type { Socket } from 'socket.io-client';

/** Waits until `condition` holds; fails with `what` after the deadline. */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 8_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The next event of a name. */
export function next<T>(socket: Socket, event: string): Promise<T> {
  return new Promise((resolve) => socket.once(event, resolve));
}

/** Asks and waits for the answer. */
export function ask<T = Record<string, unknown>>(
  socket: Socket,
  intent: string,
  payload: object,
): Promise<T> {
  return socket.timeout(8_000).emitWithAck(intent, payload) as Promise<T>;
}

/** A reader that applies nothing but the protocol's rule, and notes whenever the server makes it ask or repeats itself. */
export class StrictReader {
  readonly applied: VisibleEntry[] = [];
  readonly faults: string[] = [];
  answers = 0;
  private synced = false;

  constructor(
    readonly socket: Socket,
    private readonly room: string,
  ) {
    socket.on('record.entries', (batch: RecordEntries) => this.onEntries(batch));
    socket.on('record.head', ({ head }: RecordHead) => {
      if (head > this.last) this.faults.push(`told head ${head} at ${this.last}`);
    });
  }

  get last(): number {
    return this.applied.at(-1)?.seq ?? 0;
  }

  sync(epoch: number | null = 1): Promise<SyncAnswer> {
    this.synced = false;
    const since = this.answers === 0 ? null : this.last;
    const request = { v: PROTOCOL_VERSION, room: this.room, since, epoch: since === null ? null : epoch };
    return new Promise((resolve, reject) => {
      // A callback and not a promise: entries that follow the answer may be handled in the same turn of the loop.
      this.socket
        .timeout(8_000)
        .emit('record.sync', request, (error: Error | null, answer: SyncAnswer & { ok: boolean }) => {
          if (error || !answer.ok) return reject(error ?? new Error(JSON.stringify(answer)));
          this.apply(answer);
          resolve(answer);
        });
    });
  }

  private apply(answer: SyncAnswer): void {
    this.answers += 1;
    this.synced = true;
    if (answer.reset) this.applied.length = 0;
    const [first] = answer.entries;
    if (!answer.reset && first && first.seq > this.last + 1) this.faults.push('gap in answer');
    this.applied.push(...answer.entries.filter(({ seq }) => seq > this.last));
  }

  private onEntries({ entries }: RecordEntries): void {
    if (!this.synced) {
      // Sent before the sync was asked for; the answer covers it.
      if (this.answers === 0) this.faults.push('live before the first answer');
      return;
    }
    for (const entry of entries) {
      if (entry.seq !== this.last + 1) this.faults.push(`got ${entry.seq} after ${this.last}`);
      else this.applied.push(entry);
    }
  }
}
