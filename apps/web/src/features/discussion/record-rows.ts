import type { EventState, MessageState, PendingItem, RecordView } from '@roundtable/client';

/** Own words on their way, shown after the record. */
export type PendingWords = Extract<PendingItem, { intent: 'discussion.post' | 'discussion.state' }>;

/** One line of the list, from top to bottom. `isFirst`: the author is named, others follow under that name. */
export type Row = { key: string } & (
  | { kind: 'title' }
  | { kind: 'gap'; from: number; to: number }
  | { kind: 'day'; at: string }
  | { kind: 'new' }
  | { kind: 'message'; seq: number; at: string; message: MessageState; isFirst: boolean }
  | { kind: 'event'; seq: number; at: string; event: EventState }
  | { kind: 'pending'; item: PendingWords; isFirst: boolean }
);

export interface RowSources {
  record: Pick<RecordView, 'timeline' | 'gaps' | 'messages' | 'events'>;
  pending: readonly PendingItem[];
  self: string;
  /** The last seq read when the room was entered; null shows no "new" line. */
  newAfter: number | null;
  /** Names the day an entry belongs to, in the meeting's zone. */
  dayOf(at: string): string;
}

const groupedWithinMs = 5 * 60_000;

/** Lays the record out in rows: days, gaps, the "new" line, entries under their authors, and what is on its way. */
export function recordRows({ record, pending, self, newAfter, dayOf }: RowSources): Row[] {
  const rows: Row[] = [];
  let gap = 0;
  let day = '';
  let before: MessageState | null = null;
  let isNewDue = newAfter !== null;
  const gapsUpTo = (seq: number) => {
    for (let next = record.gaps[gap]; next && next.from < seq; next = record.gaps[++gap]) {
      rows.push({ key: `gap${next.from}`, kind: 'gap', from: next.from, to: next.to });
      before = null;
    }
  };
  if (record.gaps[0]?.from !== 1) rows.push({ key: 'title', kind: 'title' });

  for (const seq of record.timeline) {
    const message = record.messages.get(seq);
    const line = message ?? record.events.get(seq);
    if (!line) continue;
    gapsUpTo(seq);
    const lineDay = dayOf(line.at);
    if (lineDay !== day) {
      rows.push({ key: `day${lineDay}`, kind: 'day', at: line.at });
      [day, before] = [lineDay, null];
    }
    if (isNewDue && newAfter !== null && seq > newAfter && message && !isOwn(message, self)) {
      rows.push({ key: 'new', kind: 'new' });
      [isNewDue, before] = [false, null];
    }
    if (message) {
      rows.push({
        key: `e${seq}`,
        kind: 'message',
        seq,
        at: line.at,
        message,
        isFirst: !follows(message, before),
      });
    } else if (line.kind === 'event') {
      rows.push({ key: `e${seq}`, kind: 'event', seq, at: line.at, event: line });
    }
    before = message ?? null;
  }
  gapsUpTo(Infinity);
  return [...rows, ...pendingRows(pending, before, self)];
}

function pendingRows(pending: readonly PendingItem[], last: MessageState | null, self: string): Row[] {
  const words = pending.filter(
    (item): item is PendingWords => item.intent === 'discussion.post' || item.intent === 'discussion.state',
  );
  return words.map((item, index) => {
    const isUnderOwn = index === 0 && last?.kind === 'message' && last.author === self;
    const isPlain = item.intent === 'discussion.post' && !item.words.replyTo;
    const isFirst = !(isPlain && (isUnderOwn || words[index - 1]?.intent === 'discussion.post'));
    return { key: `p${item.clientId}`, kind: 'pending', item, isFirst };
  });
}

function follows(message: MessageState, before: MessageState | null): boolean {
  if (!before || message.replyTo !== null) return false;
  const isSameVoice =
    before.author === message.author &&
    before.kind === message.kind &&
    before.recordedBy === message.recordedBy;
  return isSameVoice && Date.parse(message.at) - Date.parse(before.at) < groupedWithinMs;
}

/** Says whether one wrote it, or entered it for somebody. */
export function isOwn(message: MessageState, self: string): boolean {
  return message.recordedBy === self || (message.kind === 'message' && message.author === self);
}

/** How many messages after `lastRead` others wrote, as far as they are loaded. */
export function countUnread(record: RowSources['record'], lastRead: number, self: string): number {
  let count = 0;
  for (let index = record.timeline.length - 1; index >= 0; index--) {
    const seq = record.timeline[index] ?? 0;
    if (seq <= lastRead) break;
    const message = record.messages.get(seq);
    if (message && !isOwn(message, self)) count++;
  }
  return count;
}
