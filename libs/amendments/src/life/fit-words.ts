import { LIMITS, type AmendmentKind, type AmendmentView } from '@roundtable/contracts';
import { settleMarkdown } from '@roundtable/documents';
import { AmendsNothing, ParagraphMissing, WordsWrong } from '../amendments.errors.js';

/** What somebody wants to change. */
export interface WantedChange {
  kind: AmendmentKind;
  paragraph: number;
  text?: string | null;
}

/**
 * Fits a change into the paragraphs of a version; its words become what the text will hold, so that merging them later changes
 * nothing about them.
 * @throws ParagraphMissing, WordsWrong or AmendsNothing
 */
export function fitWords(
  { kind, paragraph, text = null }: WantedChange,
  paragraphs: readonly string[],
): Pick<AmendmentView, 'kind' | 'paragraph' | 'was' | 'text'> {
  const first = kind === 'insert' ? 0 : 1;
  if (paragraph < first || paragraph > paragraphs.length)
    throw new ParagraphMissing(paragraph, paragraphs.length);
  const was = kind === 'insert' ? null : (paragraphs[paragraph - 1] ?? null);
  if (kind === 'delete') {
    if (text !== null) throw new WordsWrong('not_wanted');
    return { kind, paragraph, was, text: null };
  }
  const settled = settleMarkdown(text ?? '');
  if (settled === '') throw new WordsWrong('missing');
  if (settled.length > LIMITS.amendmentTextLength) throw new WordsWrong('too_long');
  if (settled === was) throw new AmendsNothing(paragraph);
  return { kind, paragraph, was, text: settled };
}
