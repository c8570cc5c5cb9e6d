import type { AmendmentState, AmendmentView } from '@roundtable/contracts';
import { alignParagraphs, type Fate } from './align-paragraphs.js';
import { carryAlong } from './carry-along.js';
import type { Carried } from './place.js';

/** Those that stand on the newest version, and move on with it. */
const MOVING: readonly AmendmentState[] = ['tabled', 'accepted'];

/** A text that was fixed as a version. */
export interface NewerText {
  version: number;
  paragraphs: readonly string[];
  at: string;
}

/**
 * Carries the amendments on a text along to a newer one that others wrote. Gives those that are not as they were: moved
 * on, in need of a rebase, or merged before and in other paragraphs now. Where the older text is not here (null), nothing can
 * be found again, and all of them are to be looked at.
 */
export function carryAmendments(
  amendments: readonly AmendmentView[],
  before: readonly string[] | null,
  newer: NewerText,
): AmendmentView[] {
  if (!amendments.some(({ state, stands }) => MOVING.includes(state) || stands.length > 0)) return [];
  const fates = alignParagraphs(before ?? [], newer.paragraphs);
  return amendments.flatMap((each): AmendmentView[] => {
    if (MOVING.includes(each.state)) {
      const carried: Carried = before ? carryAlong(each, fates) : { cause: 'changed' };
      return [moveOn(each, carried, newer)];
    }
    const moved = moveStands(each, fates, newer.at);
    return moved === each ? [] : [moved];
  });
}

/** Puts an amendment where it was carried to; what it was stays readable where it could not be. */
export function moveOn(amendment: AmendmentView, carried: Carried, newer: NewerText): AmendmentView {
  const { version, paragraphs, at } = newer;
  if (carried.cause !== undefined) {
    const needs = { cause: carried.cause, version };
    return { ...amendment, state: 'needs_rebase', needs, changedAt: at };
  }
  const { paragraph } = carried;
  const was = amendment.kind === 'insert' ? null : (paragraphs[paragraph - 1] ?? null);
  return { ...amendment, version, paragraph, was, changedAt: at };
}

/** Follows the paragraphs that a merged amendment has become; the same object where they stay. */
export function moveStands(amendment: AmendmentView, fates: readonly Fate[], at: string): AmendmentView {
  const stands = amendment.stands.flatMap((paragraph) => fates[paragraph - 1]?.to ?? []);
  const isSame =
    stands.length === amendment.stands.length && stands.every((to, i) => to === amendment.stands[i]);
  return isSame ? amendment : { ...amendment, stands, changedAt: at };
}
