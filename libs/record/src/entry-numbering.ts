import type { Entry } from '@roundtable/contracts';
import type { Draft } from './append-command.js';
import type { NewEntry } from './append-statements.js';
import { timeAfter } from './entry-time.js';
import type { LogHead } from './log-head.js';

/** Gives the drafts of a group of acts their numbers and times, behind the head and without a gap. */
export class EntryNumbering {
  private readonly accepted: NewEntry[] = [];
  private lastAt: number | null;
  private written: { ms: number; at: string } | undefined;

  /** `now` in epoch milliseconds; `openItem` is what drafts are filed under that name no item. */
  constructor(
    private readonly log: LogHead,
    private readonly now: number,
    private readonly openItem: string | null,
  ) {
    this.lastAt = log.lastAt;
  }

  /** Where the record ends with what was accepted. */
  get end(): LogHead {
    return { ...this.log, head: this.log.head + this.accepted.length, lastAt: this.lastAt };
  }

  /** The number that the next entry will get. */
  get nextSeq(): number {
    return this.log.head + this.accepted.length + 1;
  }

  /** The time that the next entry will get, ISO. */
  get at(): string {
    return this.write(timeAfter(this.lastAt, this.now));
  }

  /** What was accepted, ascending. */
  get entries(): readonly NewEntry[] {
    return this.accepted;
  }

  /** The entries that these drafts would make now. */
  preview(drafts: readonly Draft[], actor: string | null): Entry[] {
    const { nextSeq } = this;
    let last = this.lastAt;
    return drafts.map((draft, index) => {
      last = timeAfter(last, draft.at === undefined ? this.now : Date.parse(draft.at));
      return {
        seq: nextSeq + index,
        at: this.write(last),
        type: draft.type,
        actor: draft.actor === undefined ? actor : draft.actor,
        item: draft.item === undefined ? this.openItem : draft.item,
        segment: null,
        target: draft.target ?? null,
        data: draft.data,
      } as Entry;
    });
  }

  /** Takes the entries of one act in; its client id goes with the first. */
  accept(entries: readonly Entry[], own: { clientId: string | null; intentHash: string | null }): void {
    for (const [index, entry] of entries.entries()) {
      const isFirst = index === 0;
      this.accepted.push({
        entry,
        clientId: isFirst ? own.clientId : null,
        intentHash: isFirst ? own.intentHash : null,
      });
      this.lastAt = entry.at === this.written?.at ? this.written.ms : Date.parse(entry.at);
    }
  }

  /** Most entries of a group have one time, which is written once. */
  private write(ms: number): string {
    if (this.written?.ms !== ms) this.written = { ms, at: new Date(ms).toISOString() };
    return this.written.at;
  }
}
