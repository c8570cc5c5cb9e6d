import { isWithheld, type HistoryPage, type PassageView, type VisibleEntry } from '@roundtable/contracts';
import type { PassageWindow } from './passage-window.js';

/** Where the record and the transcript are read from. */
export interface ChangeSources {
  /** A page of the record after an entry, ascending. */
  readEntries(after: number): Promise<Pick<HistoryPage, 'entries' | 'head'>>;
  /** A page of passages after an entry, ascending. */
  readPassages(after: number): Promise<readonly PassageView[]>;
}

/** What became of passages, and how far the record was read for it. */
export interface RecordChanges {
  head: number;
  passages: readonly PassageView[];
}

/** Reads anew those passages of a window that were edited, withdrawn, reacted to or quoted in a proposal since. */
export async function readChanges(window: PassageWindow, sources: ChangeSources): Promise<RecordChanges> {
  const { head, touched } = await readTouched(window.head, sources);
  let wanted = window.passages.map(({ seq }) => seq).filter((seq) => touched.has(seq));
  const passages: PassageView[] = [];
  for (let [next] = wanted; next !== undefined; [next] = wanted) {
    const page = await sources.readPassages(next - 1);
    const last = page.at(-1)?.seq ?? Infinity;
    passages.push(...page);
    wanted = wanted.filter((seq) => seq > last);
  }
  return { head, passages };
}

async function readTouched(
  since: number,
  { readEntries }: ChangeSources,
): Promise<{ head: number; touched: Set<number> }> {
  const touched = new Set<number>();
  let head = since;
  for (;;) {
    const page = await readEntries(head);
    for (const seq of page.entries.flatMap(seqsTouchedBy)) touched.add(seq);
    head = page.entries.at(-1)?.seq ?? page.head;
    if (head >= page.head) return { head, touched };
  }
}

/** Words that became sources of a proposal bear its mark; everything else names its target. */
function seqsTouchedBy(entry: VisibleEntry): number[] {
  if (isWithheld(entry)) return [];
  if (entry.type === 'proposals.captured' || entry.type === 'proposals.sourced')
    return entry.data.proposal.sources.map(({ seq }) => seq);
  return entry.target === null ? [] : [entry.target];
}
