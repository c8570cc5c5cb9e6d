import { LIMITS, type AmendmentKind, type VersionParagraphs } from '@roundtable/contracts';

/** An amendment as it is being written. */
export interface AmendmentDraft {
  kind: AmendmentKind;
  /** For `insert` the paragraph it comes after, 0 before the first. Null until one is chosen. */
  paragraph: number | null;
  text: string;
}

export interface DraftFaults {
  paragraph?: 'paragraphNeeded';
  text?: 'wordsNeeded' | 'wordsSame' | 'tooLong';
}

export type Paragraphs = VersionParagraphs['paragraphs'];
export type Paragraph = Paragraphs[number];

/** The words of the paragraph that a draft is about; empty where it adds one. */
export function wordsThere({ kind, paragraph }: AmendmentDraft, paragraphs: Paragraphs): string {
  if (kind === 'insert') return '';
  return paragraphs.find(({ number }) => number === paragraph)?.text ?? '';
}

/** The draft at another place: words that nobody changed give way to those of the paragraph chosen now. */
export function placeDraft(
  draft: AmendmentDraft,
  place: Partial<Pick<AmendmentDraft, 'kind' | 'paragraph'>>,
  paragraphs: Paragraphs,
): AmendmentDraft {
  const next = { ...draft, ...place };
  // Only new words can stand before the first paragraph.
  if (next.kind !== 'insert' && next.paragraph === 0) next.paragraph = null;
  return isWritten(draft, paragraphs) ? next : { ...next, text: wordsThere(next, paragraphs) };
}

/** Whether the draft has words of somebody's own, and not only those of its paragraph. */
export function isWritten(draft: AmendmentDraft, paragraphs: Paragraphs): boolean {
  return draft.text.trim() !== '' && draft.text !== wordsThere(draft, paragraphs);
}

/**
 * The draft on a newer text: its paragraph is found again by its words, and words that somebody wrote stay as they are.
 * Where the paragraph is gone, or there are several like it, one chooses anew.
 */
export function carryDraft(draft: AmendmentDraft, before: Paragraphs, newest: Paragraphs): AmendmentDraft {
  const { paragraph } = draft;
  if (paragraph === null || paragraph === 0) return draft;
  const was = before.find(({ number }) => number === paragraph);
  const found = was ? numberOf(was, newest) : null;
  return { ...draft, paragraph: found, ...(found === null && !isWritten(draft, before) && { text: '' }) };
}

/** The paragraphs as one text. */
export function textOf(paragraphs: Paragraphs): string {
  return paragraphs.map(({ text }) => text).join('\n\n');
}

/** Where a paragraph stands in a text by now; null where that is not certain. */
function numberOf({ text }: Paragraph, paragraphs: Paragraphs): number | null {
  const [first, second] = paragraphs.filter((each) => each.text === text);
  return first && !second ? first.number : null;
}

/** Begins an amendment at the paragraph asked for, as it read then; a text of one paragraph leaves no choice. */
export function beginDraft(asked: Paragraph | null, paragraphs: Paragraphs): AmendmentDraft {
  if (paragraphs.length === 0) return { kind: 'insert', paragraph: 0, text: '' };
  const only = paragraphs.length === 1 ? 1 : null;
  const empty: AmendmentDraft = { kind: 'replace', paragraph: null, text: '' };
  return placeDraft(empty, { paragraph: asked ? placeOf(asked, paragraphs) : only }, paragraphs);
}

/** Of several paragraphs that read the same, the one with the number that was asked for. */
function placeOf(asked: Paragraph, paragraphs: Paragraphs): number | null {
  const isThere = paragraphs.some(({ number, text }) => number === asked.number && text === asked.text);
  return isThere ? asked.number : numberOf(asked, paragraphs);
}

/** What is missing or wrong before the draft can be tabled. */
export function faultsOf(draft: AmendmentDraft, paragraphs: Paragraphs): DraftFaults {
  const faults: DraftFaults = {};
  if (draft.paragraph === null) faults.paragraph = 'paragraphNeeded';
  if (draft.kind === 'delete') return faults;
  if (draft.text.trim() === '') faults.text = 'wordsNeeded';
  else if (draft.text.length > LIMITS.amendmentTextLength) faults.text = 'tooLong';
  else if (draft.kind === 'replace' && draft.text.trim() === wordsThere(draft, paragraphs).trim())
    faults.text = 'wordsSame';
  return faults;
}
