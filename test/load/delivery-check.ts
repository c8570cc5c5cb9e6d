/** What one event brought. */
export interface ReceivedBatch {
  /** In the order of the event. */
  seqs: readonly number[];
  /** Which messages of the run these are, in the same order. */
  numbers: readonly number[];
}

/** Reads an event; null for one that brings no messages. */
export type ReadBatch = (frame: Buffer) => ReceivedBatch | null;

/** How far a reader got. */
interface ReaderState {
  last: number | null;
  count: number;
  digest: number;
}

/**
 * How the order is judged: by numbers without a gap; where a system has none, by all readers seeing the same; `none` for
 * one that promises no order.
 */
export type OrderRule = 'gapless' | 'same' | 'none';

const FRAMES_KEPT = 256;

/**
 * Checks what the readers of one room receive: everything acknowledged, each once, all in one order. Every event is
 * parsed; one that is the same byte for byte as what another reader got in this place was parsed already.
 */
export class RoomCheck {
  /** The room's events by place, for as long as slower readers may need them. */
  private readonly frames = new Map<number, { bytes: Buffer; batch: ReceivedBatch | null }>();
  private readonly places: number[] = [];
  private readonly readers: ReaderState[] = [];
  private readonly numbers = new Set<number>();
  private readonly found: string[] = [];
  /** Deliveries so far, of all readers. */
  deliveries = 0;
  /** Events so far, of all readers. */
  events = 0;

  constructor(
    private readonly read: ReadBatch,
    private readonly rule: OrderRule,
  ) {}

  /** Adds a reader; what it receives is handed to the function returned, which gives back what was in it. */
  addReader(): (frame: Buffer) => ReceivedBatch | null {
    const index = this.readers.push({ last: null, count: 0, digest: 0 }) - 1;
    this.places.push(0);
    return (frame) => this.receive(index, frame);
  }

  /** How many messages the reader who has least has. */
  get leastReceived(): number {
    return Math.min(...this.readers.map(({ count }) => count));
  }

  /** What was wrong; nothing where every reader got every acknowledged message once and in order. */
  faults(acknowledged: ReadonlySet<number>): string[] {
    const faults = [...this.found];
    const missing = [...acknowledged].filter((number) => !this.numbers.has(number)).length;
    if (missing > 0) faults.push(`${missing} acknowledged messages reached nobody`);
    const unasked = [...this.numbers].filter((number) => !acknowledged.has(number)).length;
    if (unasked > 0) faults.push(`${unasked} messages were delivered and never acknowledged`);
    const [first] = this.readers;
    for (const [index, { count, digest }] of this.readers.entries()) {
      if (count !== acknowledged.size)
        faults.push(`reader ${index} got ${count} of ${acknowledged.size} messages`);
      else if (this.rule !== 'none' && count === first?.count && digest !== first.digest)
        faults.push(`reader ${index} saw another order than reader 0`);
    }
    return faults;
  }

  private receive(index: number, frame: Buffer): ReceivedBatch | null {
    const batch = this.parse(index, frame);
    const reader = this.readers[index];
    if (!batch || !reader) return batch;
    for (const [place, seq] of batch.seqs.entries()) {
      if (this.rule === 'gapless' && reader.last !== null && seq !== reader.last + 1)
        this.note(`reader ${index} got ${seq} after ${reader.last}`);
      reader.last = seq;
      reader.digest = (Math.imul(reader.digest, 31) + seq) | 0;
      reader.digest = (Math.imul(reader.digest, 31) + (batch.numbers[place] ?? 0)) | 0;
    }
    reader.count += batch.seqs.length;
    this.deliveries += batch.seqs.length;
    this.events += 1;
    return batch;
  }

  private parse(index: number, frame: Buffer): ReceivedBatch | null {
    const place = this.places[index] ?? 0;
    const known = this.frames.get(place);
    if (known?.bytes.equals(frame)) {
      this.places[index] = place + 1;
      return known.batch;
    }
    const batch = this.read(frame);
    if (!batch) return null;
    this.places[index] = place + 1;
    if (!known && index === this.firstAt(place)) {
      this.frames.set(place, { bytes: frame, batch });
      this.frames.delete(place - FRAMES_KEPT);
    }
    for (const number of batch.numbers) this.numbers.add(number);
    return batch;
  }

  /** Whoever comes to a place first is compared with by the others. */
  private firstAt(place: number): number {
    return this.places.findIndex((reached) => reached === place + 1);
  }

  private note(fault: string): void {
    if (this.found.length < 20) this.found.push(fault);
  }
}
