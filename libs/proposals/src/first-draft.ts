import { plainLine } from '@roundtable/contracts';

const TITLE_LENGTH = 80;
/** A word that would be cut before this is cut in the middle instead: better half a word than half a title. */
const SHORTEST_TITLE = 40;

/**
 * Makes the title of a proposal from its first words: one plain line, cut between words, marked where it was cut. Where the
 * marks of Markdown are all there is, such as a picture without words, they are the title: no proposal goes without.
 */
export function titleFrom(words: string): string {
  const line = plainLine(words) || words.replace(/\s+/gu, ' ').trim();
  if (line.length <= TITLE_LENGTH) return line;
  const space = line.lastIndexOf(' ', TITLE_LENGTH - 1);
  const cut = space >= SHORTEST_TITLE ? line.slice(0, space) : cutBetweenCharacters(line, TITLE_LENGTH - 1);
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Makes the text of a proposal from the passages it came from, each a paragraph. */
export function textFrom(passages: string[]): string {
  return passages.map((words) => words.trim()).join('\n\n');
}

/** Never through a surrogate pair, nor between a letter and the marks on it. */
function cutBetweenCharacters(line: string, length: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(line.slice(0, length * 2))) {
    if (index + segment.length > length) break;
    end = index + segment.length;
  }
  return end > 0 ? line.slice(0, end) : '';
}
