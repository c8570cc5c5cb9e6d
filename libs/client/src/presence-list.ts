import type { PresenceChanged, PresenceView } from '@roundtable/contracts';

/** Gives who is here after a change, by arrival. */
export function changePresence(
  present: readonly PresenceView[],
  change: PresenceChanged,
): readonly PresenceView[] {
  if (change.complete) return inOrderOfArrival(change.joined);
  const gone = new Set([...change.left, ...change.joined.map((person) => person.participant)]);
  return inOrderOfArrival([...present.filter((person) => !gone.has(person.participant)), ...change.joined]);
}

/** Gives the list by arrival. */
export function inOrderOfArrival(present: readonly PresenceView[]): readonly PresenceView[] {
  return [...present].sort(
    (a, b) => Date.parse(a.since) - Date.parse(b.since) || (a.participant < b.participant ? -1 : 1),
  );
}
