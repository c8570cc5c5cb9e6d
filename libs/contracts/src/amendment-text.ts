import type { AmendmentView } from './amendments.js';

/** Two amendments that cannot both be merged as they are. */
export interface AmendmentConflict {
  /** Ids, by number. */
  amendments: [string, string];
  /** The paragraph they meet at. */
  paragraph: number;
}

/** A stretch of words brought together from two sides of a change. */
export type MergePart =
  /** What both have, or only one side changed: `by` says which; null where nobody did. */
  | { kind: 'words'; words: string; by: 'text' | 'amendment' | null }
  /** Both changed the same words. */
  | { kind: 'overlap'; was: string; text: string; amendment: string };

type Placed = Pick<AmendmentView, 'id' | 'number' | 'proposal' | 'kind' | 'paragraph' | 'state'>;

/**
 * Finds the amendments that cannot both be merged as they are: those that replace or delete the same paragraph, and one
 * that deletes a paragraph beside which another inserts. Server and screens agree on it, so it stands here. Only `tabled`
 * and `accepted` ones stand on the newest version and can meet. Words inserted at the same place follow each other by number.
 */
export function findConflicts(amendments: readonly Placed[]): AmendmentConflict[] {
  const standing = amendments
    .filter(({ state }) => state === 'tabled' || state === 'accepted')
    .sort((one, other) => one.number - other.number);
  return standing.flatMap((one, index) =>
    standing.slice(index + 1).flatMap((other): AmendmentConflict[] => {
      const paragraph = one.proposal === other.proposal ? findMeeting(one, other) : null;
      return paragraph === null ? [] : [{ amendments: [one.id, other.id], paragraph }];
    }),
  );
}

/** The paragraph two amendments meet at, null where they keep out of each other's way. */
function findMeeting(one: Placed, other: Placed): number | null {
  if (one.kind === 'insert' && other.kind === 'insert') return null;
  if (one.kind === 'insert') return findMeeting(other, one);
  if (other.kind !== 'insert') return one.paragraph === other.paragraph ? one.paragraph : null;
  const isBeside = one.paragraph === other.paragraph || one.paragraph === other.paragraph + 1;
  return one.kind === 'delete' && isBeside ? one.paragraph : null;
}
