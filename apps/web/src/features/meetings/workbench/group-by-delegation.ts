import type { DelegationView, ParticipantView } from '@roundtable/contracts';

export interface DelegationGroup {
  delegation: DelegationView | null;
  members: ParticipantView[];
}

/** People by delegation in its order of precedence, by name within it, those without one last; at most `most` people. */
export function groupByDelegation(
  people: readonly ParticipantView[],
  delegations: readonly DelegationView[],
  compareNames: (one: string, other: string) => number,
  most = Infinity,
): DelegationGroup[] {
  const known = new Set(delegations.map(({ id }) => id));
  const of = (id: string | null) =>
    people
      .filter((person) => (known.has(person.delegation ?? '') ? person.delegation : null) === id)
      .sort((one, other) => compareNames(one.name, other.name));
  const ordered = [...delegations].sort((one, other) => one.precedence - other.precedence);
  let left = most;
  return [...ordered, null]
    .map((delegation) => {
      const members = of(delegation?.id ?? null).slice(0, left);
      left -= members.length;
      return { delegation, members };
    })
    .filter(({ members }) => members.length > 0);
}
