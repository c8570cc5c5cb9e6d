import type {
  Ack,
  EditMessage,
  IntentAnswer,
  IntentName,
  IntentPayload,
  PostMessage,
  Refusal,
  ServerEvents,
  VisibleEntry,
  WireError,
} from '@roundtable/contracts';
import { NoAnswerError, type Line, type LineListener, type Transport } from '../transport.js';
import { ModelRoom } from './model-room.js';

/** What happens to one intent on its way. */
export type Fate =
  | 'accepted'
  /** Committed and delivered, but the line breaks before the acknowledgement. */
  | 'ackLost'
  /** Delivered before it is acknowledged. */
  | 'entryFirst'
  /** The line breaks before the server hears it. */
  | 'lost'
  /** Never answered, the line stays. */
  | 'silent'
  | 'busy'
  | 'refused';

interface OpenLine {
  listener: LineListener;
  joined: boolean;
  over: boolean;
  failWaiting: Set<(error: Error) => void>;
}

/** A server with one room behind lines that break as a test wants; it keeps what it committed and each clientId. */
export class SimulatedServer implements Transport {
  readonly room: ModelRoom;
  /** Highest number of posts that were on their way at once, from all tabs. */
  mostAtOnce = 0;
  reachable = true;
  /** What every line is refused with that is opened from now on. */
  refusal: WireError | null = null;
  /** What every sync is refused with from now on. */
  syncRefusal: WireError | null = null;
  /** How what a tab said is delivered; at once unless told. */
  carry: (entries: VisibleEntry[]) => void = (entries) => this.deliver(entries);
  private readonly acks = new Map<string, { seq: number; at: string; body: string }>();
  private readonly lines = new Set<OpenLine>();
  private atOnce = 0;

  constructor(
    private readonly fateOf: (payload: PostMessage | EditMessage) => Fate = () => 'accepted',
    newestPage = 200,
  ) {
    this.room = new ModelRoom(newestPage);
  }

  get bodies(): string[] {
    return this.room.entries.map((entry) =>
      'type' in entry && entry.type === 'discussion.posted' ? entry.data.body : '',
    );
  }

  open(listener: LineListener): Line {
    const line: OpenLine = { listener, joined: false, over: false, failWaiting: new Set() };
    this.lines.add(line);
    queueMicrotask(() => {
      if (line.over) return;
      if (this.reachable && !this.refusal) listener.opened();
      else this.breakLine(line, this.reachable ? this.refusal : null);
    });
    return {
      request: (name, payload, timeoutMs) => this.answer(line, name, payload, timeoutMs),
      close: () => this.endLine(line),
    };
  }

  /** A backup was restored: what came after `head` never happened, and whoever said it is not remembered. */
  restore(head: number): void {
    this.room.restore(head);
    for (const [clientId, { seq }] of this.acks) if (seq > head) this.acks.delete(clientId);
  }

  /** Cuts every line. */
  cut(): void {
    for (const line of this.lines) this.breakLine(line);
  }

  send<E extends keyof ServerEvents>(name: E, payload: ServerEvents[E]): void {
    for (const line of this.lines) if (!line.over) line.listener.event(name, payload);
  }

  /** Delivers entries; late ones may be of an earlier epoch. */
  deliver(entries: VisibleEntry[], epoch = this.room.epoch): void {
    const batch = { room: 'plenary', epoch, entries: structuredClone(entries) };
    for (const line of this.lines)
      if (!line.over && line.joined) line.listener.event('record.entries', batch);
  }

  private async answer<N extends IntentName>(
    line: OpenLine,
    name: N,
    payload: IntentPayload<N>,
    _timeoutMs: number,
  ): Promise<IntentAnswer<N> | Refusal> {
    if (line.over) throw new NoAnswerError('disconnected');
    if (name === 'discussion.post') this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    const answered = new Promise<IntentAnswer<N> | Refusal>((resolve, reject) => {
      line.failWaiting.add(reject);
      // Each request is heard a turn later, so that lines may break between sending and hearing.
      setImmediate(() => {
        if (line.over) return;
        const answer = this.hear(line, name, payload, reject);
        if (answer === null) return;
        line.failWaiting.delete(reject);
        resolve(answer as IntentAnswer<N> | Refusal);
      });
    });
    return answered.finally(() => {
      if (name === 'discussion.post') this.atOnce -= 1;
    });
  }

  private hear(
    line: OpenLine,
    name: IntentName,
    payload: object,
    reject: (error: Error) => void,
  ): object | null {
    if (name === 'record.sync') {
      if (this.syncRefusal) return { ok: false, error: this.syncRefusal };
      line.joined = true;
      return { ok: true, ...this.room.sync(payload as IntentPayload<'record.sync'>) };
    }
    if (name !== 'discussion.post' && name !== 'discussion.edit') return { ok: true };
    return this.hearWords(line, payload as PostMessage | EditMessage, reject);
  }

  private hearWords(
    line: OpenLine,
    payload: PostMessage | EditMessage,
    reject: (error: Error) => void,
  ): Ack | Refusal | null {
    const fate = this.fateOf(payload);
    if (fate === 'lost') return this.breakLine(line);
    if (fate === 'busy') return refusal('unavailable');
    if (fate === 'refused') return refusal('forbidden');
    if (fate === 'silent') {
      reject(new NoAnswerError('timeout'));
      return null;
    }
    const ack = this.commit(payload, fate === 'entryFirst');
    return fate === 'ackLost' ? this.breakLine(line) : ack;
  }

  private commit(payload: PostMessage | EditMessage, entryFirst: boolean): Ack | Refusal {
    const before = this.acks.get(payload.clientId);
    if (before) {
      if (before.body !== payload.body) return refusal('client_id_reused');
      return { ok: true, seq: before.seq, at: before.at, duplicate: true };
    }
    const entry =
      'target' in payload ? this.room.edit(payload.target, payload.body) : this.room.post(payload.body);
    if (!entry) return refusal('target_withdrawn');
    this.acks.set(payload.clientId, { seq: entry.seq, at: entry.at, body: payload.body });
    if (entryFirst) this.carry([entry]);
    else setImmediate(() => this.carry([entry]));
    return { ok: true, seq: entry.seq, at: entry.at };
  }

  private breakLine(line: OpenLine, refusal: WireError | null = null): null {
    if (line.over) return null;
    this.endLine(line);
    line.listener.lost(refusal);
    return null;
  }

  private endLine(line: OpenLine): void {
    line.over = true;
    this.lines.delete(line);
    for (const fail of line.failWaiting) fail(new NoAnswerError('disconnected'));
  }
}

function refusal(code: 'unavailable' | 'forbidden' | 'client_id_reused' | 'target_withdrawn'): Refusal {
  return { ok: false, error: { code, message: `Refused: ${code}.` } };
}
