import type { DiffPart } from './documents.js';
import { shortestEdit, type EditRun } from './shortest-edit.js';

/**
 * Compares two texts by words, for people: paragraphs that are the same are found first, then the words within those that
 * are not. All parts together, without the added ones, are the first text; without the removed ones, the second.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [lines, newLines] = [linesOf(before), linesOf(after)];
  const parts: DiffPart[] = [];
  walk(shortestEdit(lines, newLines), lines, newLines, (removed, added, same) => {
    if (same.length > 0) parts.push({ kind: 'same', words: same.join('') });
    else parts.push(...diffWithin(removed.join(''), added.join('')));
  });
  return joinParts(parts);
}

function diffWithin(before: string, after: string): DiffPart[] {
  const [words, newWords] = [wordsOf(before), wordsOf(after)];
  const parts: DiffPart[] = [];
  walk(shortestEdit(words, newWords), words, newWords, (removed, added, same) => {
    parts.push(
      { kind: 'same', words: same.join('') },
      { kind: 'removed', words: removed.join('') },
      { kind: 'added', words: added.join('') },
    );
  });
  return parts;
}

/** Calls for each stretch: of what is the same, or of what was removed and added in its place. */
function walk(
  runs: readonly EditRun[],
  before: readonly string[],
  after: readonly string[],
  call: (removed: readonly string[], added: readonly string[], same: readonly string[]) => void,
): void {
  let [x, y] = [0, 0];
  for (const [index, { kind, length }] of runs.entries()) {
    const next = runs[index + 1];
    if (kind === 'same') call([], [], after.slice(y, y + length));
    else if (kind === 'removed' && next?.kind === 'added') {
      call(before.slice(x, x + length), after.slice(y, y + next.length), []);
    } else if (kind === 'removed') call(before.slice(x, x + length), [], []);
    else if (runs[index - 1]?.kind !== 'removed') call([], after.slice(y, y + length), []);
    if (kind !== 'added') x += length;
    if (kind !== 'removed') y += length;
  }
}

/** Each with its line break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];
}

/** Each with the white space after it. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+\s*/g) ?? [];
}

function joinParts(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const { kind, words } of parts) {
    const last = joined.at(-1);
    if (words === '') continue;
    if (last?.kind === kind) last.words += words;
    else joined.push({ kind, words });
  }
  return joined;
}
