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

type Paragraphs = VersionParagraphs['paragraphs'];

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
  const isUntouched = draft.text.trim() === '' || draft.text === wordsThere(draft, paragraphs);
  return isUntouched ? { ...next, text: wordsThere(next, paragraphs) } : next;
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
