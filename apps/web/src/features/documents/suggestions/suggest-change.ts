import type { Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { asItIs } from '../editing/change-origin.js';
import { DELETION, INSERTION, readSuggestion, type SuggestionMark } from './suggestion-marks.js';

/** Stands for the end of a paragraph in words that are suggested: accepting them splits the paragraph there. */
export const PARAGRAPH_BREAK = '¶';

/** A stretch of one paragraph that other words took the place of. */
interface Replacement {
  from: number;
  toBefore: number;
  toAfter: number;
}

/** Whether a change can be shown as a suggestion: words within paragraphs put in, taken out or replaced. */
export function isSuggestible(transaction: Transaction): boolean {
  if (!transaction.docChanged) return true;
  const change = replacementIn([transaction], transaction.before, transaction.doc);
  return change !== null && isWithinParagraph(transaction.before, transaction.doc, change);
}

/**
 * Makes a suggestion of a change that was just made: what was taken out comes back, marked as to be taken out; what was put in
 * is marked as put in. One's own suggested words are taken out for good.
 */
export function suggestChange(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  suggestion: SuggestionMark,
): Transaction | null {
  const change = replacementIn(transactions, before.doc, after.doc);
  if (!change || !isWithinParagraph(before.doc, after.doc, change)) return null;
  const { from, toBefore, toAfter } = change;
  const inserted = after.doc.slice(from, toAfter).content;
  const mark = continued(before.doc, from, toBefore, suggestion);

  const tr = asItIs(after.tr.replace(from, toAfter, before.doc.slice(from, toBefore)));
  const start = tr.steps.length;
  suggestDeletion(tr, from, toBefore, mark);
  const end = tr.mapping.slice(start).map(toBefore);
  if (inserted.size > 0) {
    tr.insert(end, inserted);
    unmark(tr, end, end + inserted.size);
    tr.addMark(end, end + inserted.size, after.schema.mark(INSERTION, { ...mark }));
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(placeAfter(before, change, end, inserted.size))));
  return tr.docChanged ? tr.setStoredMarks([]) : null;
}

/** Marks all words from one place to another as to be taken out, over the ends of paragraphs; one's own suggested words go. */
export function suggestDeletion(
  tr: Transaction,
  from: number,
  to: number,
  suggestion: SuggestionMark,
): Transaction {
  const pieces: { from: number; to: number; isOwnInsertion: boolean }[] = [];
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isInline) return;
    const isOwnInsertion = authorOf(node, INSERTION) === suggestion.author;
    pieces.push({ from: Math.max(from, at), to: Math.min(to, at + node.nodeSize), isOwnInsertion });
  });
  for (const piece of pieces.reverse()) {
    if (piece.isOwnInsertion) tr.delete(piece.from, piece.to);
    else if (!hasDeletion(tr.doc, piece)) {
      tr.addMark(piece.from, piece.to, tr.doc.type.schema.mark(DELETION, { ...suggestion }));
    }
  }
  return asItIs(tr);
}

/** One's own suggestion that touches the change goes on, as it began; otherwise a new one begins. */
export function continued(doc: Node, from: number, to: number, suggestion: SuggestionMark): SuggestionMark {
  for (const node of [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter]) {
    for (const mark of node?.marks ?? []) {
      const known = mark.type.name === INSERTION || mark.type.name === DELETION ? readSuggestion(mark) : null;
      if (known?.author === suggestion.author) return known;
    }
  }
  return suggestion;
}

/** The step tells exactly; of several steps what they make of the text is compared. */
function replacementIn(transactions: readonly Transaction[], before: Node, after: Node): Replacement | null {
  const steps = transactions.flatMap((each) => each.steps);
  const [only] = steps;
  if (steps.length === 1 && only instanceof ReplaceStep) {
    return { from: only.from, toBefore: only.to, toAfter: only.from + only.slice.size };
  }
  if (!steps.every((step) => step instanceof ReplaceStep)) return null;
  const from = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (from === null || end === null) return null;
  // Words that repeat may be counted on both sides.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return { from, toBefore: end.a + overlap, toAfter: end.b + overlap };
}

function isWithinParagraph(before: Node, after: Node, { from, toBefore, toAfter }: Replacement): boolean {
  return [
    [before, toBefore],
    [after, toAfter],
  ].every(([doc, to]) => {
    const start = (doc as Node).resolve(from);
    return start.parent.isTextblock && start.sameParent((doc as Node).resolve(to as number));
  });
}

function placeAfter(
  { selection }: EditorState,
  change: Replacement,
  end: number,
  insertedSize: number,
): number {
  if (insertedSize > 0) return end + insertedSize;
  const isForward = selection.empty && selection.head === change.from;
  return isForward ? end : change.from;
}

function unmark(tr: Transaction, from: number, to: number): void {
  for (const name of [INSERTION, DELETION]) {
    const type = tr.doc.type.schema.marks[name];
    if (type) tr.removeMark(from, to, type);
  }
}

function authorOf(node: Node, name: string): string | null {
  const mark = node.marks.find(({ type }) => type.name === name);
  return mark ? (readSuggestion(mark)?.author ?? null) : null;
}

function hasDeletion(doc: Node, { from, to }: { from: number; to: number }): boolean {
  let isAll = true;
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline && !node.marks.some(({ type }) => type.name === DELETION)) isAll = false;
  });
  return isAll;
}
