/**
 * Compares two words as Postgres' pg_trgm does: shared three-letter sequences of the padded words, over all of them.
 * From 0 (nothing in common) to 1 (the same).
 */
export function similarityOf(one: string, other: string): number {
  const first = trigramsOf(one);
  const second = trigramsOf(other);
  const shared = [...first].filter((trigram) => second.has(trigram)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}

function trigramsOf(word: string): Set<string> {
  const letters = [...`  ${word} `];
  return new Set(letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`));
}
