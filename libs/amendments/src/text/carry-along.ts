import type { Fate } from './align-paragraphs.js';
import type { Carried, Place } from './place.js';

/**
 * Carries an amendment along to a newer text that others wrote. It moves on where its paragraph reads as before, wherever that
 * stands now; what inserts goes on behind the same paragraph, and before the same one where it is the first.
 */
export function carryAlong({ kind, paragraph }: Place, fates: readonly Fate[]): Carried {
  if (kind === 'insert') return carryGap(paragraph, fates);
  const fate = fates[paragraph - 1];
  if (!fate || fate.to === null) return { cause: 'gone' };
  return fate.verdict === 'changed' ? { cause: 'changed' } : { paragraph: fate.to };
}

/** A gap is there as long as what it lies between is. */
function carryGap(paragraph: number, fates: readonly Fate[]): Carried {
  const [before, after] = [fates[paragraph - 1], fates[paragraph]];
  if (after?.verdict === 'gone') return { cause: 'neighbour_gone' };
  if (paragraph === 0) return { paragraph: 0 };
  return before && before.to !== null ? { paragraph: before.to } : { cause: 'neighbour_gone' };
}
