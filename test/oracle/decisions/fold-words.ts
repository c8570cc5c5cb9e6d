/** A name without accents, case, punctuation and underscores: the form in which names are compared. */
export function foldName(name: string): string {
  return foldWords(name.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[+ -]+/g, ' ')
    .trim();
}

/** Words without case and punctuation; signs stay, because `+1` and `-1` are not the same. */
export function foldWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+-]+/gu, ' ')
    .trim();
}
