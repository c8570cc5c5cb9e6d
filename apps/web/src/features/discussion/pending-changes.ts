import type { MessageState, PendingItem } from '@roundtable/client';
import type { Reaction } from '@roundtable/contracts';

type Edit = Extract<PendingItem, { intent: 'discussion.edit' }>;
type Withdrawal = Extract<PendingItem, { intent: 'discussion.withdraw' }>;

/** Own changes of one entry that the record does not have yet. */
export interface PendingChange {
  edit?: Edit;
  withdrawal?: Withdrawal;
  /** Whether one wants the reaction, the newest wish of each. */
  reactions: Map<Reaction, boolean>;
}

/** Sorts own pending changes by the entry they change. Refused reactions are left out: the record stands. */
export function pendingChanges(pending: readonly PendingItem[]): ReadonlyMap<number, PendingChange> {
  const changes = new Map<number, PendingChange>();
  const of = (target: number): PendingChange => {
    const change: PendingChange = changes.get(target) ?? { reactions: new Map<Reaction, boolean>() };
    changes.set(target, change);
    return change;
  };
  for (const item of pending) {
    if (item.intent === 'discussion.edit') of(item.words.target).edit = item;
    if (item.intent === 'discussion.withdraw') of(item.words.target).withdrawal = item;
    if (item.intent === 'discussion.react' && item.status !== 'refused')
      of(item.words.target).reactions.set(item.words.reaction, item.words.on);
  }
  return changes;
}

/** The reactions as one sees them: the record's, with one's own wishes laid over. */
export function shownReactions(
  message: MessageState,
  change: PendingChange | undefined,
  self: string,
): { reaction: Reaction; participants: readonly string[] }[] {
  const shown = new Map<Reaction, readonly string[]>(
    message.reactions.map(({ reaction, participants }) => [reaction, participants]),
  );
  for (const [reaction, isOn] of change?.reactions ?? []) {
    const others = (shown.get(reaction) ?? []).filter((person) => person !== self);
    shown.set(reaction, isOn ? [...others, self] : others);
  }
  return [...shown]
    .filter(([, participants]) => participants.length > 0)
    .map(([reaction, participants]) => ({ reaction, participants }));
}
