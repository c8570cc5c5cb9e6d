/** Marks of Markdown that come in pairs, longest first. */
const pairs = ['**', '__', '~~', '`', '*', '_'];

/**
 * Takes the marks at the edges of a stretch of Markdown along where the stretch holds their partner, so that words
 * marked from inside a bold passage to beyond it are bold where they were. Offsets count UTF-16 code units.
 */
export function withWholeMarks(
  source: string,
  from: number,
  to: number,
): { from: number; to: number; words: string } {
  let [start, end] = [from, to];
  for (const mark of pairs) {
    if (countOf(mark, source.slice(start, end)) % 2 === 0) continue;
    if (source.startsWith(mark, end)) end += mark.length;
    else if (start >= mark.length && source.startsWith(mark, start - mark.length)) start -= mark.length;
  }
  return { from: start, to: end, words: source.slice(start, end) };
}

/** A single mark inside a double one does not count. */
function countOf(mark: string, words: string): number {
  const rest = mark === '*' ? words.replaceAll('**', '') : mark === '_' ? words.replaceAll('__', '') : words;
  return rest.split(mark).length - 1;
}
