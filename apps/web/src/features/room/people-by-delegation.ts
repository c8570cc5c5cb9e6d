import type { DelegationView, ParticipantView } from '@roundtable/contracts';

export interface DelegationGroup {
  delegation: DelegationView | null;
  /** Those who are here first; then by name. */
  people: ParticipantView[];
}

/** Groups participants by delegation, in its order of precedence; those who speak for themselves come last. */
export function peopleByDelegation(
  participants: readonly ParticipantView[],
  delegations: readonly DelegationView[],
  isHere: (participant: ParticipantView) => boolean,
  compareNames: (one: string, other: string) => number,
): DelegationGroup[] {
  const present = participants.filter((person) => !person.removed);
  const known = new Set(delegations.map(({ id }) => id));
  const inOrder = (people: ParticipantView[]) =>
    people.sort((a, b) => Number(isHere(b)) - Number(isHere(a)) || compareNames(a.name, b.name));
  const groups = delegations.map((delegation) => ({
    delegation,
    people: inOrder(present.filter((person) => person.delegation === delegation.id)),
  }));
  const alone = present.filter((person) => person.delegation === null || !known.has(person.delegation));
  return [...groups, { delegation: null, people: inOrder(alone) }].filter(({ people }) => people.length > 0);
}
