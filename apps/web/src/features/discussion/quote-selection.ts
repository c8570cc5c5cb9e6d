import { marksOfSelection } from './source-offsets.js';

/** The words of an entry's text that are selected; null where nothing of it alone is. */
export function quoteFromSelection(seq: number, body: string | null): string | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed) return null;
  const marks = marksOfSelection(selection, (each) => (each === seq ? body : ''));
  const [only] = marks;
  return only && marks.length === 1 && only.seq === seq ? only.words : null;
}

/** The beginning of an entry, for a quotation without a selection: the reader finds the rest behind it. */
export function openingWords(body: string | null): string | null {
  return body === null ? null : body.slice(0, 500).trim();
}
