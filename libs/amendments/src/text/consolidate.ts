import {
  findConflicts,
  type AmendmentView,
  type ConsolidatedParagraph,
  type ConsolidatedText,
  type ParagraphSource,
} from '@roundtable/contracts';
import { changeText, splitParagraphs } from '@roundtable/documents';
import { applyAmendments, type AppliedStretch } from './apply-amendments.js';

/**
 * Reads a version with all accepted amendments in it, and of those still open the ones that are asked for. Of two that are in
 * conflict the one that was accepted stands, else the one with the lower number; the other is named.
 */
export function consolidate(
  newest: { version: number; text: string },
  amendments: readonly AmendmentView[],
  chosen: readonly string[],
): ConsolidatedText {
  const { taken, leftOut } = choose(amendments, chosen);
  const stretches = applyAmendments(splitParagraphs(newest.text), taken);
  const paragraphs = splitParagraphs(newest.text);
  return {
    version: newest.version,
    text: changeText(newest.text, taken),
    paragraphs: stretches.map((stretch) => present(stretch, { paragraphs, taken, all: amendments })),
    leftOut,
  };
}

function choose(
  amendments: readonly AmendmentView[],
  chosen: readonly string[],
): { taken: AmendmentView[]; leftOut: ConsolidatedText['leftOut'] } {
  const byNumber = [...amendments].sort((one, other) => one.number - other.number);
  const wanted = [
    ...byNumber.filter(({ state }) => state === 'accepted'),
    ...byNumber.filter(({ state, id }) => state === 'tabled' && chosen.includes(id)),
  ];
  const taken: AmendmentView[] = [];
  const leftOut: ConsolidatedText['leftOut'] = [];
  for (const each of wanted) {
    const inTheWay = taken.find((other) => findConflicts([each, other]).length > 0);
    if (inTheWay) leftOut.push({ amendment: each.id, with: inTheWay.id });
    else taken.push(each);
  }
  return { taken: taken.sort((one, other) => one.number - other.number), leftOut };
}

function present(
  { paragraph, by, after }: AppliedStretch,
  { paragraphs, taken, all }: { paragraphs: string[]; taken: AmendmentView[]; all: readonly AmendmentView[] },
): ConsolidatedParagraph {
  const change = taken.find(({ id }) => id === by);
  const merged = all.filter(({ stands }) => paragraph !== null && stands.includes(paragraph));
  return {
    kind: kindOf(paragraph, change),
    paragraph,
    was: paragraph === null ? null : (paragraphs[paragraph - 1] ?? null),
    text: after.length === 0 ? null : after.join('\n\n'),
    sources: [
      ...merged.map((each) => sourceOf(each, 'merged')),
      ...(change ? [sourceOf(change, change.state === 'accepted' ? 'accepted' : 'chosen')] : []),
    ],
  };
}

function kindOf(paragraph: number | null, change?: AmendmentView): ConsolidatedParagraph['kind'] {
  if (paragraph === null) return 'inserted';
  if (!change) return 'same';
  return change.kind === 'delete' ? 'deleted' : 'replaced';
}

function sourceOf({ id, label, sponsors }: AmendmentView, how: ParagraphSource['how']): ParagraphSource {
  return { amendment: id, label, sponsors, how };
}
