/** A word of a text with its place, in UTF-16 code units. */
export interface PlacedWord {
  /** Folded for comparison. */
  word: string;
  from: number;
  to: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*/gu;

/** Lists the words of a text in order. Offsets point into the text as given, so they stay right whatever folding does to lengths. */
export function splitWords(text: string): PlacedWord[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    word: foldText(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Folds case and ё, as the search column of the database does. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}
