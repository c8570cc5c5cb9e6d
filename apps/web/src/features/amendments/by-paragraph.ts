import { OPEN_AMENDMENT_STATES, type AmendmentView } from '@roundtable/contracts';

/** Amendments that meet the reader at one place of the text. */
export interface AmendmentGroup {
  /** Of the newest version; 0 is before the first. */
  paragraph: number;
  amendments: AmendmentView[];
}

const STANDING = ['tabled', 'accepted'] as const satisfies readonly AmendmentView['state'][];

/** Whether an amendment stands on the newest version, so that its number of a paragraph is one of that. */
export function isStanding({ state }: Pick<AmendmentView, 'state'>): boolean {
  return (STANDING as readonly string[]).includes(state);
}

/** Whether it may still become part of the text. */
export function isOpenAmendment({ state }: Pick<AmendmentView, 'state'>): boolean {
  return (OPEN_AMENDMENT_STATES as readonly string[]).includes(state);
}

/**
 * Groups amendments by the paragraph of the newest version that they change, in the order of the text; then those that
 * need new words, then those that are settled.
 */
export function groupByParagraph(amendments: readonly AmendmentView[]): {
  standing: AmendmentGroup[];
  needing: AmendmentView[];
  settled: AmendmentView[];
} {
  const places = new Map<number, AmendmentView[]>();
  for (const amendment of amendments.filter(isStanding)) {
    const group = places.get(amendment.paragraph) ?? [];
    places.set(amendment.paragraph, [...group, amendment]);
  }
  const standing = [...places]
    .sort(([one], [other]) => one - other)
    .map(([paragraph, group]) => ({ paragraph, amendments: group }));
  const needing = amendments.filter(({ state }) => state === 'needs_rebase');
  const settled = amendments.filter(({ state }) => ['merged', 'rejected', 'withdrawn'].includes(state));
  return { standing, needing, settled };
}
