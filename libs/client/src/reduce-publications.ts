import type { Entry, FactType, RoomSnapshot, SetChanged, SetLineView } from '@roundtable/contracts';

/** Facts about the outcome: the set of proposals and the communique. */
export type PublicationsFact = Extract<FactType, `publications.${string}`>;
type Publications = RoomSnapshot['publications'];

/** Gives the outcome after the fact. */
export function reducePublications(state: Publications, { data }: Entry<PublicationsFact>): Publications {
  return 'communique' in data ? { ...state, communique: data.communique } : reduceSet(state, data);
}

/** Lines that changed replace those of the same id, in the set's order. */
function reduceSet(state: Publications, { set, lines, removed }: SetChanged): Publications {
  const byId = new Map([...state.lines, ...lines].map((line) => [line.id, line]));
  for (const id of removed) byId.delete(id);
  return {
    ...state,
    set,
    lines: set.lines.flatMap((id): SetLineView[] => {
      const line = byId.get(id);
      return line ? [line] : [];
    }),
  };
}
