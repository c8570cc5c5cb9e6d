import type { AmendmentView, Entry, FactType, RoomSnapshot } from '@roundtable/contracts';

/** Facts about amendments. */
export type AmendmentsFact = Extract<FactType, `amendments.${string}`>;
type Amendments = RoomSnapshot['amendments'];

/** Gives the amendments after the fact: by proposal, then by number. */
export function reduceAmendments(state: Amendments, entry: Entry<AmendmentsFact>): Amendments {
  switch (entry.type) {
    case 'amendments.regulated': {
      const { proposal, stop } = entry.data;
      const others = state.stops.filter((other) => other.proposal !== proposal);
      const stops = [...others, ...(stop ? [stop] : [])];
      return { ...state, stops: stops.sort((one, other) => compare(one.proposal, other.proposal)) };
    }
    case 'amendments.merged':
    case 'amendments.carried':
      return { ...state, amendments: replace(state.amendments, entry.data.amendments) };
    default:
      return { ...state, amendments: replace(state.amendments, [entry.data.amendment]) };
  }
}

function replace(known: readonly AmendmentView[], changed: readonly AmendmentView[]): AmendmentView[] {
  const byId = new Map([...known, ...changed].map((each) => [each.id, each]));
  return [...byId.values()].sort(
    (one, other) => compare(one.proposal, other.proposal) || one.number - other.number,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
