import type { SearchHit } from '@roundtable/contracts';

/** A stretch of text, marked or not. */
export interface Stretch {
  text: string;
  isMarked: boolean;
}

/** Cuts a text at `marks`, [from, to) offsets in ascending order; what lies outside of the text or overlaps is ignored. */
export function splitAtMarks(text: string, marks: readonly (readonly [number, number])[]): Stretch[] {
  const stretches: Stretch[] = [];
  let place = 0;
  for (const [from, to] of marks) {
    if (from < place || to <= from || to > text.length) continue;
    if (from > place) stretches.push({ text: text.slice(place, from), isMarked: false });
    stretches.push({ text: text.slice(from, to), isMarked: true });
    place = to;
  }
  if (place < text.length) stretches.push({ text: text.slice(place), isMarked: false });
  return stretches;
}

/**
 * A pattern of every form in which the server found the words: an excerpt shows only part of a long text, and the whole
 * passage is marked in the same way. Null where nothing was found.
 */
export function patternOfHits(hits: readonly SearchHit[]): RegExp | null {
  const forms = new Set(
    hits.flatMap(({ excerpt, marks }) => marks.map(([from, to]) => excerpt.slice(from, to).toLowerCase())),
  );
  if (forms.size === 0) return null;
  const longestFirst = [...forms].sort((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}\\p{M}_])`, 'giu');
}

/** Where a pattern finds words in a text. */
export function marksIn(text: string, pattern: RegExp): [number, number][] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length]);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
