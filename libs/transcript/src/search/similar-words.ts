import type { SearchQuery } from './search-query.js';

/** How alike two words must be to count as forms of one; measured on Kyrgyz lemmas, it trades recall against noise. */
export const SIMILAR_ENOUGH = 0.45;
const SHORTEST = 4;
const KYRGYZ_ONLY = /[өүң]/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

/**
 * The words to compare by likeness where stems do not help: Postgres knows no Kyrgyz, and short words are like too many
 * others. Empty where a phrase was asked for, which means exactly what it says.
 */
export function wordsToCompare({ terms }: SearchQuery): string[] {
  const wanted = terms.filter((term) => !term.excluded);
  if (wanted.some((term) => term.kind === 'phrase')) return [];
  const words = wanted.map((term) => term.text);
  return words.every((word) => word.length >= SHORTEST && CYRILLIC.test(word)) ? words : [];
}

/** True where a word can only be Kyrgyz, so that its other forms are looked for although this one was found. */
export function isSurelyKyrgyz(words: readonly string[]): boolean {
  return words.some((word) => KYRGYZ_ONLY.test(word));
}
