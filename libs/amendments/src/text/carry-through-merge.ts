import type { AmendmentView } from '@roundtable/contracts';
import type { AppliedStretch, Change } from './apply-amendments.js';
import type { Carried } from './place.js';

type Open = Pick<AmendmentView, 'number' | 'kind' | 'paragraph'>;

/**
 * Carries an amendment through the merger of others, whose every paragraph is known. It moves on unless one of them took its
 * paragraph, or what it was to stand beside; among what is inserted at one place it keeps its turn by number.
 */
export function carryThroughMerge(
  { number, kind, paragraph }: Open,
  stretches: readonly AppliedStretch[],
  merged: readonly Change[],
): Carried {
  if (kind !== 'insert') {
    const own = stretches.find((stretch) => stretch.paragraph === paragraph);
    if (!own || own.after.length === 0) return { cause: 'gone' };
    return own.by === null ? { paragraph: countBefore(stretches, own) + 1 } : { cause: 'changed' };
  }
  const isGone = (beside: number): boolean =>
    merged.some((each) => each.kind === 'delete' && each.paragraph === beside);
  if (isGone(paragraph) || isGone(paragraph + 1)) return { cause: 'neighbour_gone' };
  const numberOf = new Map(merged.map((each) => [each.id, each.number]));
  const first = paragraph === 0 ? 0 : stretches.findIndex((stretch) => stretch.paragraph === paragraph) + 1;
  let last = first;
  for (let next = stretches[last]; next?.paragraph === null; next = stretches[last]) {
    if ((numberOf.get(next.by ?? '') ?? 0) > number) break;
    last += 1;
  }
  return { paragraph: stretches.slice(0, last).reduce((sum, { after }) => sum + after.length, 0) };
}

/** The paragraphs of the text after that an amendment merged now has become. */
export function standsOf(stretches: readonly AppliedStretch[], amendment: string): number[] {
  const own = stretches.find(({ by }) => by === amendment);
  if (!own) return [];
  const before = countBefore(stretches, own);
  return own.after.map((_, index) => before + index + 1);
}

function countBefore(stretches: readonly AppliedStretch[], until: AppliedStretch): number {
  return stretches.slice(0, stretches.indexOf(until)).reduce((sum, { after }) => sum + after.length, 0);
}
