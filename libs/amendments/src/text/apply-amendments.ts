import type { AmendmentView } from '@roundtable/contracts';
import { splitParagraphs } from '@roundtable/documents';

/** What of an amendment says how it changes a text. */
export type Change = Pick<AmendmentView, 'id' | 'number' | 'kind' | 'paragraph' | 'text'>;

/** A stretch of the text as it becomes: what stood there, and what stands there then. */
export interface AppliedStretch {
  /** Paragraph of the text before; null for words that are inserted. */
  paragraph: number | null;
  /** The amendment that did it; null where nothing changed. */
  by: string | null;
  /** The paragraphs that stand there after; none where it was deleted. */
  after: string[];
}

/**
 * Applies amendments to the paragraphs of a text. They may not be in conflict; what is inserted at one place follows by number,
 * whatever order they come in.
 */
export function applyAmendments(
  paragraphs: readonly string[],
  amendments: readonly Change[],
): AppliedStretch[] {
  const ordered = [...amendments].sort((one, other) => one.number - other.number);
  const stretches = insertedAt(0, ordered);
  for (const [index, text] of paragraphs.entries()) {
    const paragraph = index + 1;
    const change = ordered.find((each) => each.kind !== 'insert' && each.paragraph === paragraph);
    const after = change ? splitParagraphs(change.text ?? '') : [text];
    stretches.push({ paragraph, by: change?.id ?? null, after }, ...insertedAt(paragraph, ordered));
  }
  return stretches;
}

function insertedAt(paragraph: number, amendments: readonly Change[]): AppliedStretch[] {
  return amendments.flatMap((each): AppliedStretch[] => {
    if (each.kind !== 'insert' || each.paragraph !== paragraph) return [];
    return [{ paragraph: null, by: each.id, after: splitParagraphs(each.text ?? '') }];
  });
}

/** The paragraphs of the text after. */
export function paragraphsAfter(stretches: readonly AppliedStretch[]): string[] {
  return stretches.flatMap(({ after }) => after);
}
