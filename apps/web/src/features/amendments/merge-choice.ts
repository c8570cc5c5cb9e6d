import { findConflicts, type AmendmentView } from '@roundtable/contracts';

/** The accepted amendments, those that a submitter took over as friendly before those that were decided. */
export function consensualFirst(amendments: readonly AmendmentView[]): AmendmentView[] {
  const rank = ({ decision }: AmendmentView) => (decision?.friendly ? 0 : 1);
  return amendments
    .filter(({ state }) => state === 'accepted')
    .sort((one, other) => rank(one) - rank(other) || one.number - other.number);
}

/** Ids of those that can be merged together at once: of two in conflict the first, the other waits. */
export function suggestedForMerge(accepted: readonly AmendmentView[]): string[] {
  const chosen: AmendmentView[] = [];
  for (const amendment of accepted)
    if (findConflicts([...chosen, amendment]).length === 0) chosen.push(amendment);
  return chosen.map(({ id }) => id);
}

/** Pairs among these that cannot both be merged. */
export function conflictsWithin(
  amendments: readonly AmendmentView[],
): [one: AmendmentView, other: AmendmentView][] {
  return findConflicts(amendments).flatMap(({ amendments: [one, other] }) => {
    const pair = [one, other].map((id) => amendments.find((each) => each.id === id));
    return pair[0] && pair[1] ? [[pair[0], pair[1]]] : [];
  });
}
