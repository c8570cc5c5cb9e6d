import type { Entry, Fact, FactType } from '@roundtable/contracts';
import type { ImportedEntry } from '@roundtable/record';

/** What an entry has besides its fact. */
export interface EntryFrame {
  /** ISO UTC; moved forward to the entry before where it lies earlier, as the record does. */
  at: string;
  actor?: string | null;
  target?: number | null;
}

/** Entries of a new record in the making: numbers without a gap, times that never go back, filed under the open item. */
export class EntryList {
  readonly entries: ImportedEntry[] = [];
  /** Agenda item the next entries belong to. */
  item: string | null = null;
  private last = Number.NEGATIVE_INFINITY;

  /** The number the next entry gets. */
  get nextSeq(): number {
    return this.entries.length + 1;
  }

  /** The time an entry wished for `at` gets, so that its fact can carry the same one. */
  timeOf(at: string): string {
    return new Date(Math.max(Date.parse(at), this.last)).toISOString();
  }

  /** Adds a fact and returns its number. */
  add<T extends FactType>(type: T, data: Fact<T>, { at, actor = null, target = null }: EntryFrame): number {
    const time = this.timeOf(at);
    this.last = Date.parse(time);
    const seq = this.nextSeq;
    this.entries.push({ seq, at: time, type, actor, item: this.item, segment: null, target, data } as Entry);
    return seq;
  }
}
