import type { Entry } from '@roundtable/contracts';
import type { AppendedBatch } from './record-announcements.js';
import type { SeqRange } from './page-range.js';

/** Most entries kept aside until those before them are there; beyond, they are read again. */
const MOST_KEPT_ASIDE = 2_000;

/**
 * How far the readers of one room on this node were sent, and what may be sent next: every entry once and in the order
 * of the record, wherever it was committed. Not started until the first reader has caught up: before that, news are
 * only remembered by their number.
 */
export class RoomLine {
  /** `seq` of the last entry sent; null until the line starts. */
  delivered: number | null = null;
  epoch = 0;
  /** What came up to here was sent to nobody by this line: it began after it. */
  startedAt = 0;
  /** The highest `seq` that somebody spoke of. */
  wanted = 0;
  /** Committed here, waiting for entries of other nodes that come before. Ascending. */
  private aside: Entry[] = [];

  /** The line goes on after `seq`. */
  startAt(seq: number, epoch: number): void {
    this.delivered = seq;
    this.startedAt = seq;
    this.epoch = epoch;
    this.aside = this.aside.filter((entry) => entry.seq > seq);
  }

  want(seq: number): void {
    this.wanted = Math.max(this.wanted, seq);
  }

  /** True where its readers were sent less than this. */
  isBehind({ seq, epoch }: { seq: number; epoch: number }): boolean {
    return epoch === this.epoch ? seq > (this.delivered ?? 0) : epoch > this.epoch;
  }

  /** Takes entries in and returns those that may be sent now, ascending, each only once. */
  take({ entries, epoch }: Pick<AppendedBatch, 'entries' | 'epoch'>): Entry[] {
    this.want(entries.at(-1)?.seq ?? 0);
    if (this.delivered === null || epoch !== this.epoch) return [];
    this.aside = merge(this.aside, entries);
    const ready: Entry[] = [];
    let next = this.delivered + 1;
    for (const entry of this.aside) {
      if (entry.seq < next) continue;
      if (entry.seq > next) break;
      ready.push(entry);
      next += 1;
    }
    this.delivered = next - 1;
    this.aside = this.aside.filter(({ seq }) => seq >= next);
    if (this.aside.length > MOST_KEPT_ASIDE) this.aside = [];
    return ready;
  }

  /** The entries to be read next, null where nobody spoke of any. */
  missing(atMost: number): SeqRange | null {
    const { delivered, wanted } = this;
    if (delivered === null || wanted <= delivered) return null;
    const before = this.aside[0]?.seq ?? Infinity;
    return { from: delivered + 1, to: Math.min(wanted, before - 1, delivered + atMost) };
  }
}

function merge(some: readonly Entry[], others: readonly Entry[]): Entry[] {
  return [...some, ...others].sort((a, b) => a.seq - b.seq);
}
