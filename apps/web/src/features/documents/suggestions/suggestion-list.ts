import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import { asItIs } from '../editing/change-origin.js';
import { PARAGRAPH_BREAK } from './suggest-change.js';
import { DELETION, INSERTION, readSuggestion } from './suggestion-marks.js';

interface Piece {
  kind: 'insertion' | 'deletion';
  from: number;
  to: number;
  words: string;
}
/** One suggestion: what it puts in and takes out, in the order of the text. */
export interface Suggestion {
  id: string;
  author: string;
  at: string;
  pieces: Piece[];
}

/** All suggestions in a text, by the place where each begins. */
export function listSuggestions(doc: Node): Suggestion[] {
  const byId = new Map<string, Suggestion>();
  doc.descendants((node, at) => {
    if (!node.isInline) return;
    for (const mark of node.marks) {
      const kind = mark.type.name;
      if (kind !== INSERTION && kind !== DELETION) continue;
      const read = readSuggestion(mark);
      if (!read) continue;
      const known = byId.get(read.id) ?? { ...read, pieces: [] };
      byId.set(read.id, known);
      addPiece(known.pieces, { kind, from: at, to: at + node.nodeSize, words: node.text ?? '' });
    }
  });
  return [...byId.values()];
}

/** Takes the suggestions with these ids into the text, or out of it; none of the others is touched. */
export function resolveSuggestions(
  tr: Transaction,
  ids: ReadonlySet<string>,
  verdict: 'accept' | 'reject',
): Transaction {
  const pieces = listSuggestions(tr.doc)
    .filter(({ id }) => ids.has(id))
    .flatMap((suggestion) => suggestion.pieces)
    .sort((a, b) => b.from - a.from);
  for (const { kind, from, to } of pieces) {
    const end = from + Math.min(to - from, tr.doc.content.size - from);
    const stays = (kind === INSERTION) === (verdict === 'accept');
    if (!stays) tr.delete(from, end);
    else {
      const type = tr.doc.type.schema.marks[kind];
      if (type) tr.removeMark(from, end, type);
      if (kind === INSERTION) splitAtBreaks(tr, from, end);
    }
  }
  return asItIs(tr);
}

/** Marks of formatting part a text into nodes; what touches is one piece for the reader. */
function addPiece(pieces: Piece[], next: Piece): void {
  const last = pieces.at(-1);
  if (last?.kind === next.kind && last.to === next.from) {
    last.to = next.to;
    last.words += next.words;
  } else pieces.push(next);
}

function splitAtBreaks(tr: Transaction, from: number, to: number): void {
  const words = tr.doc.textBetween(from, to, undefined, ' ');
  for (let at = words.length - 1; at >= 0; at -= 1) {
    if (words[at] !== PARAGRAPH_BREAK) continue;
    const place = from + at;
    tr.delete(place, place + 1);
    const isInItem = tr.doc.resolve(place).node(-1).type.name === 'listItem';
    if (isInItem && canSplit(tr.doc, place, 2)) tr.split(place, 2);
    else if (canSplit(tr.doc, place)) tr.split(place);
  }
}
