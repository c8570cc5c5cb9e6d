import type { Entry, FactType, RoomSnapshot, SetLineView } from '@roundtable/contracts';

/** Facts about the outcome: the set of proposals. */
export type PublicationsFact = Extract<FactType, `publications.${string}`>;
type Publications = RoomSnapshot['publications'];

/** Gives the outcome after the fact: lines that changed replace those of the same id, in the set's order. */
export function reducePublications(state: Publications, entry: Entry<PublicationsFact>): Publications {
  const { set, lines, removed } = entry.data;
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
