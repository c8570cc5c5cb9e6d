import type { PendingItem } from './pending-item.js';
import type { MessageState, RecordView } from './record-view.js';

/**
 * Gives the own intents to show after the record: those without an entry in the view. Acknowledged ones are told by
 * their seq. Where the entry came but the acknowledgement was lost, the next own entry with the same words stands for
 * them until the answer to the repeated intent settles it; so nothing is ever shown twice.
 */
export function visiblePending(
  pending: readonly PendingItem[],
  view: RecordView | null,
  person: string,
  lastAcknowledged: number,
): readonly PendingItem[] {
  if (view === null || pending.length === 0) return pending;
  let claimed = lastAcknowledged;
  const visible = pending.filter((item) => {
    if (item.seq !== null) return item.seq > view.head;
    if (item.status === 'refused' || !item.attempted) return true;
    const entry = ownEntryAfter(view, Math.max(claimed, item.after), item, person);
    if (entry === null) return true;
    claimed = entry.seq;
    return false;
  });
  return visible.length === pending.length ? pending : visible;
}

function ownEntryAfter(
  view: RecordView,
  after: number,
  item: PendingItem,
  person: string,
): MessageState | null {
  for (let seq = after + 1; seq <= view.head; seq++) {
    const message = view.messages.get(seq);
    if (message && isSame(message, item, person)) return message;
  }
  return null;
}

function isSame(message: MessageState, item: PendingItem, person: string): boolean {
  if (message.version !== 1 || message.body === null) return false;
  if (item.intent === 'discussion.post') {
    const isOwn = message.kind === 'message' && message.author === person;
    return (
      isOwn &&
      message.body.trim() === item.words.body.trim() &&
      message.replyTo === (item.words.replyTo ?? null)
    );
  }
  if (item.intent === 'discussion.state') {
    const isOwn =
      message.kind === 'statement' && message.recordedBy === person && message.author === item.words.speaker;
    return isOwn && message.body.trim() === item.words.body.trim();
  }
  return false;
}
