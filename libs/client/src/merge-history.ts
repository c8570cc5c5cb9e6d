import type { Entry, HistoryPage, VisibleEntry } from '@roundtable/contracts';
import { isWithheld } from '@roundtable/contracts';
import { cite, eventOf, isWords } from './apply-entry.js';
import type { Gap, MessageState, RecordView } from './record-view.js';
import { isLoaded } from './record-view.js';
import type { ChangeFact, WordsFact } from './reduce-discussion.js';
import { messageOf, reduceDiscussion } from './reduce-discussion.js';

/**
 * Gives the view with a page of history filled in. Only places in a gap are filled: what is loaded is as new as the
 * head already. Entries beyond the view's head are left to live delivery, which brings them in order.
 */
export function mergeHistory(view: RecordView, page: HistoryPage): RecordView {
  if (!isUsable(view, page)) return view;
  const fresh = page.entries.filter((entry) => entry.seq <= view.head && !isLoaded(view, entry.seq));
  if (fresh.length === 0) return view;

  const changes = changesByTarget(view, page);
  let { messages, events, waiting } = view;
  const lines: number[] = [];
  for (const entry of fresh) {
    if (isWithheld(entry)) continue;
    if (isWords(entry)) {
      messages = messages.set(entry.seq, newestState(view, entry, changes));
      waiting = waiting.delete(entry.seq);
      lines.push(entry.seq);
      continue;
    }
    const event = eventOf(entry);
    if (event === null) continue;
    events = events.set(entry.seq, event);
    lines.push(entry.seq);
  }
  const gaps = withoutSeqs(view.gaps, fresh);
  return { ...view, messages, events, waiting, gaps, timeline: mergeAscending(view.timeline, lines) };
}

/**
 * Says whether the page and the view together know every change to the page's messages. A page read before the view
 * began misses what happened in between: it must be read again.
 */
export function isUsable(view: RecordView, page: Pick<HistoryPage, 'epoch' | 'head'>): boolean {
  return page.epoch === view.epoch && page.head >= view.base;
}

/**
 * The page knows the changes up to the moment it was read, the view those it applied live since; both together are all
 * of them, each once.
 */
function changesByTarget(
  view: RecordView,
  page: Pick<HistoryPage, 'entries' | 'later'>,
): Map<number, Map<number, Entry<ChangeFact>>> {
  const changes = new Map<number, Map<number, Entry<ChangeFact>>>();
  const keep = (entry: VisibleEntry): void => {
    if (isWithheld(entry) || !isChange(entry) || entry.target === null || entry.seq > view.head) return;
    const ofTarget = changes.get(entry.target) ?? new Map<number, Entry<ChangeFact>>();
    changes.set(entry.target, ofTarget.set(entry.seq, entry));
  };
  for (const entry of page.entries) view.waiting.get(entry.seq)?.forEach(keep);
  page.entries.forEach(keep);
  page.later.forEach(keep);
  return changes;
}

function newestState(
  view: RecordView,
  entry: Entry<WordsFact>,
  changes: Map<number, Map<number, Entry<ChangeFact>>>,
): MessageState {
  const inOrder = [...(changes.get(entry.seq)?.values() ?? [])].sort((a, b) => a.seq - b.seq);
  return cite(view, inOrder.reduce(reduceDiscussion, messageOf(entry)));
}

function isChange(entry: Entry): entry is Entry<ChangeFact> {
  return (
    entry.type === 'discussion.edited' ||
    entry.type === 'discussion.withdrawn' ||
    entry.type === 'discussion.reacted'
  );
}

function withoutSeqs(gaps: readonly Gap[], filled: readonly { seq: number }[]): Gap[] {
  const seqs = new Set(filled.map((entry) => entry.seq));
  return gaps.flatMap((gap) => {
    const rest: Gap[] = [];
    let from = gap.from;
    for (let seq = gap.from; seq <= gap.to; seq++) {
      if (!seqs.has(seq)) continue;
      if (seq > from) rest.push({ from, to: seq - 1 });
      from = seq + 1;
    }
    if (from <= gap.to) rest.push({ from, to: gap.to });
    return rest;
  });
}

function mergeAscending(timeline: readonly number[], lines: readonly number[]): readonly number[] {
  if (lines.length === 0) return timeline;
  return [...timeline, ...lines].sort((a, b) => a - b);
}
