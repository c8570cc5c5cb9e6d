import type { AmendmentState, AmendmentView } from '@roundtable/contracts';
import { alignParagraphs, type Fate } from './align-paragraphs.js';
import { applyAmendments, paragraphsAfter, type AppliedStretch } from './apply-amendments.js';
import { carryAlong } from './carry-along.js';
import { moveOn, moveStands, type NewerText } from './carry-amendments.js';
import { carryThroughMerge, standsOf } from './carry-through-merge.js';
import type { Carried } from './place.js';

const MOVING: readonly AmendmentState[] = ['tabled', 'accepted'];

/** A merger: the text that the amendments stand on, the text right before it, and the version it was fixed as. */
export interface Merger {
  /** Paragraphs of the version that the amendments stand on. */
  version: readonly string[];
  /** Paragraphs right before: others may have typed since the version. */
  live: readonly string[];
  /** Those that are merged, where they stand in `live`. */
  merged: readonly AmendmentView[];
  after: NewerText;
}

/** What became of the amendments on a proposal when some of them were merged. */
export interface Merged {
  merged: AmendmentView[];
  carried: AmendmentView[];
}

/**
 * Puts amendments where they stand in a text that others typed in since the version. Those that cannot be put there are
 * left out: nobody merges what was written for other words.
 */
export function placeInLive(
  amendments: readonly AmendmentView[],
  version: readonly string[],
  live: readonly string[],
): AmendmentView[] {
  const fates = alignParagraphs(version, live);
  return amendments.flatMap((each): AmendmentView[] => {
    const { paragraph } = carryAlong(each, fates);
    return paragraph === undefined ? [] : [{ ...each, paragraph }];
  });
}

/** Says what became of all amendments on a proposal: none is dropped. By number. */
export function settleMerger(amendments: readonly AmendmentView[], merger: Merger): Merged {
  const { version, live, merged, after } = merger;
  const stretches = applyAmendments(live, merged);
  const typed = alignParagraphs(version, live);
  const expected = paragraphsAfter(stretches);
  const written = alignParagraphs(expected, after.paragraphs);
  const ids = new Set(merged.map(({ id }) => id));
  const steps = { typed, stretches, merged, written };
  const fates = fatesThrough(version, steps);
  return {
    merged: amendments
      .filter(({ id }) => ids.has(id))
      .map((each) => ({
        ...each,
        state: 'merged',
        mergedIn: after.version,
        stands: numbersIn(standsOf(stretches, each.id), written),
        changedAt: after.at,
      })),
    carried: amendments.flatMap((each): AmendmentView[] => {
      if (ids.has(each.id)) return [];
      if (MOVING.includes(each.state)) return [moveOn(each, carry(each, steps), after)];
      const moved = moveStands(each, fates, after.at);
      return moved === each ? [] : [moved];
    }),
  };
}

interface Steps {
  /** From the version to the text right before. */
  typed: Fate[];
  stretches: AppliedStretch[];
  merged: readonly AmendmentView[];
  /** From what was to be written to what reads there: lists that came together are one. */
  written: Fate[];
}

function carry(amendment: AmendmentView, { typed, stretches, merged, written }: Steps): Carried {
  const inLive = carryAlong(amendment, typed);
  if (inLive.cause !== undefined) return inLive;
  const through = carryThroughMerge({ ...amendment, ...inLive }, stretches, merged);
  return through.cause === undefined ? carryAlong({ ...amendment, ...through }, written) : through;
}

/** What became of each paragraph of the version in the end, for those that follow their paragraphs only. */
function fatesThrough(version: readonly string[], { typed, stretches, written }: Steps): Fate[] {
  const firstOf = new Map<number, number>();
  let before = 0;
  for (const { paragraph, after } of stretches) {
    if (paragraph !== null && after.length > 0) firstOf.set(paragraph, before);
    before += after.length;
  }
  return version.map((_, index): Fate => {
    const first = firstOf.get(typed[index]?.to ?? 0);
    const to = first === undefined ? null : (written[first]?.to ?? null);
    return { verdict: to === null ? 'gone' : 'moved', to };
  });
}

function numbersIn(numbers: readonly number[], written: readonly Fate[]): number[] {
  return numbers.flatMap((number) => written[number - 1]?.to ?? []);
}
