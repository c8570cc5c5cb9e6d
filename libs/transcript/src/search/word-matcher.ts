import type { SearchQuery } from './search-query.js';
import { SIMILAR_ENOUGH } from './similar-words.js';
import { similarityOf } from './trigrams.js';

/** What is needed to tell which words of a text were searched for. */
export interface MatcherParts {
  query: SearchQuery;
  /** Stems by word, of the query's words and of the texts' words. */
  stems: Map<string, string[]>;
  /** Words that match by likeness; empty where only exact matches were found. */
  similar: string[];
}

/** Makes the predicate that says whether a word of a text is one that was searched for. */
export function makeWordMatcher({ query, stems, similar }: MatcherParts): (word: string) => boolean {
  const wanted = query.terms.filter((term) => !term.excluded);
  const words = new Set(wanted.flatMap((term) => term.text.split(' ')));
  const prefixes = wanted.filter((term) => term.prefix).map((term) => term.text);
  const wantedStems = new Set([...words].flatMap((word) => stems.get(word) ?? []));
  const known = new Map<string, boolean>();
  const decide = (word: string) =>
    words.has(word) ||
    prefixes.some((prefix) => word.startsWith(prefix)) ||
    (stems.get(word) ?? []).some((stem) => wantedStems.has(stem)) ||
    similar.some((each) => similarityOf(each, word) >= SIMILAR_ENOUGH);
  return (word) => {
    const answer = known.get(word) ?? decide(word);
    known.set(word, answer);
    return answer;
  };
}
