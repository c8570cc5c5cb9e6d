import type { AmendmentView, RebaseOffer, RebaseVerdict } from '@roundtable/contracts';
import { alignParagraphs, type Fate } from './align-paragraphs.js';
import { mergeWords, readTogether } from './merge-words.js';

/** Where an amendment would go in the newest text, and what was found there. */
type Found = Pick<RebaseOffer, 'verdict' | 'paragraph' | 'now'>;

/**
 * Offers the sponsors of an amendment a way onto the newest text: the paragraph that is meant there, and their words brought
 * together with those that others wrote since. Where the paragraph is gone they choose another or withdraw; what inserts is
 * offered the place behind the nearest paragraph before it that is left.
 */
export function offerRebase(
  amendment: AmendmentView,
  before: readonly string[],
  newest: { version: number; paragraphs: readonly string[] },
): RebaseOffer {
  const fates = alignParagraphs(before, newest.paragraphs);
  const found =
    amendment.kind === 'insert'
      ? findGap(amendment.paragraph, fates)
      : findParagraph(amendment.paragraph, fates, newest.paragraphs);
  const { id, revision, version: from, was, text } = amendment;
  const isTogether = amendment.kind === 'replace' && was !== null && text !== null && found.now !== null;
  const parts = isTogether ? mergeWords(was, found.now ?? '', text ?? '') : [];
  return {
    amendment: id,
    revision,
    from,
    to: newest.version,
    ...found,
    was,
    suggestion: isTogether ? readTogether(parts) : text,
    parts,
    hasOverlap: parts.some(({ kind }) => kind === 'overlap'),
  };
}

function findParagraph(paragraph: number, fates: readonly Fate[], after: readonly string[]): Found {
  const { verdict, to } = fates[paragraph - 1] ?? { verdict: 'gone', to: null };
  return { verdict, paragraph: to, now: to === null ? null : (after[to - 1] ?? null) };
}

function findGap(paragraph: number, fates: readonly Fate[]): Found {
  const before = paragraph === 0 ? null : fates[paragraph - 1];
  const isBesideGone = before?.verdict === 'gone' || fates[paragraph]?.verdict === 'gone';
  const left = fates.slice(0, paragraph).findLast(({ to }) => to !== null);
  const verdict: RebaseVerdict = isBesideGone ? 'gone' : (before?.verdict ?? 'unchanged');
  return { verdict, paragraph: left?.to ?? 0, now: null };
}
