import type { MarkedWords } from '@roundtable/contracts';
import { withWholeMarks } from './whole-marks.js';

/**
 * Finds the words of a selection in the Markdown sources they were rendered from: one passage per entry, in the order
 * of the page. Relies on the marks that `markSources` leaves: the entry's body carries `data-seq`, each stretch of text
 * `data-from`, and `data-to` where the stretch looks different in the source.
 * `bodyOf` gives an entry's newest text, null where there is none; such entries are left out.
 */
export function marksOfSelection(
  selection: Selection,
  bodyOf: (seq: number) => string | null,
): MarkedWords[] {
  if (selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const within = range.commonAncestorContainer;
  const root = within instanceof Element ? within : within.parentElement;
  const single = root?.closest<HTMLElement>('[data-seq]');
  const bodies = single ? [single] : [...(root?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])];
  return bodies.flatMap((body) => {
    const seq = Number(body.dataset['seq']);
    const source = range.intersectsNode(body) ? bodyOf(seq) : null;
    const marks = source === null ? null : marksIn(body, range, source);
    return marks ? [{ seq, ...marks }] : [];
  });
}

function marksIn(body: HTMLElement, range: Range, source: string): Omit<MarkedWords, 'seq'> | null {
  let from = Infinity;
  let to = -Infinity;
  for (const piece of body.querySelectorAll<HTMLElement>('[data-from]')) {
    if (!range.intersectsNode(piece)) continue;
    const [start, end] = stretchIn(piece, range);
    if (start >= end) continue;
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  return from < to ? trimmed(source, from, Math.min(to, source.length)) : null;
}

/** Source offsets of the part of one marked piece that the range holds. */
function stretchIn(piece: HTMLElement, range: Range): [number, number] {
  const from = Number(piece.dataset['from']);
  const length = piece.textContent.length;
  const shownFrom = offsetIn(piece, range.startContainer, range.startOffset) ?? 0;
  const shownTo = offsetIn(piece, range.endContainer, range.endOffset) ?? length;
  const to = piece.dataset['to'];
  if (to !== undefined) return shownFrom < shownTo ? [from, Number(to)] : [from, from];
  return [from + shownFrom, from + shownTo];
}

/** How many characters of the piece lie before a point in it; null where the point is outside. */
function offsetIn(piece: HTMLElement, node: Node, offset: number): number | null {
  if (!piece.contains(node)) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function trimmed(source: string, from: number, to: number): Omit<MarkedWords, 'seq'> | null {
  const words = source.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? withWholeMarks(source, start, end) : null;
}
