import { adoptBrackets, escapeBrackets, LIMITS, placesToCut, readBrackets } from '@roundtable/contracts';

/** Where words are best cut: at a blank line, else where a line or a sentence ends, else between two words. */
const CUTS = [/\n[^\S\n]*\n/g, /\n|(?<=[.!?…][»”’")\]]?)\s/g, /\s/g];

/**
 * Makes as many paragraphs of words as their length needs. Brackets that pair stay brackets and whole, unless one alone
 * is longer than a paragraph may be: then all of them become signs.
 */
export function fitParagraphs(words: string, limit: number = LIMITS.bodyLength): string[] {
  const adopted = adoptBrackets(words);
  const paragraphs: string[] = [];
  let rest = (hasLongBracket(adopted, limit) ? escapeBrackets(words) : adopted).trim();
  while (rest.length > limit) {
    const at = findCut(rest, limit);
    paragraphs.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' ? paragraphs : [...paragraphs, rest];
}

function hasLongBracket(text: string, limit: number): boolean {
  return readBrackets(text).some((run) => run.kind === 'bracket' && run.source.length + 2 > limit);
}

/** The last of the best places within the limit. */
function findCut(text: string, limit: number): number {
  const places = new Set(placesToCut(text).filter((at) => at <= limit));
  for (const pattern of CUTS) {
    const found = [...text.matchAll(pattern)].map(({ index }) => index).findLast((at) => places.has(at));
    if (found !== undefined) return found;
  }
  return Math.max(...places);
}
