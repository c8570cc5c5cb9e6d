import { diffWords, plainLine, plainWords, type AmendmentView, type DiffPart } from '@roundtable/contracts';

/** What an amendment changes, by words. Marks of Markdown are left out where words differ as well. */
export function diffOf({ was, text }: Pick<AmendmentView, 'was' | 'text'>): DiffPart[] {
  return diffTexts(was ?? '', text ?? '');
}

/** What differs between two paragraphs, for people. */
export function diffTexts(before: string, after: string): DiffPart[] {
  const parts = compare(plainWords(before), plainWords(after));
  // Only marks were changed: then they are what one wants to see.
  return parts.every(({ kind }) => kind === 'same') ? compare(before, after) : parts;
}

/** A word is the same at the end of a line and within it: each is followed by a space while they are compared. */
function compare(before: string, after: string): DiffPart[] {
  const spaced = (words: string) => (words === '' ? '' : words.replace(/(\S)(?=\n|$)/g, '$1 '));
  const parts = diffWords(spaced(before), spaced(after));
  return parts.map(({ kind, words }) => ({ kind, words: words.replace(/ (?=\n)/g, '') })).map(trimLast);
}

function trimLast(part: DiffPart, index: number, all: readonly DiffPart[]): DiffPart {
  const later = all.slice(index + 1);
  const isEnd = !later.some(({ kind }) => part.kind === 'same' || kind === 'same' || kind === part.kind);
  return isEnd ? { ...part, words: part.words.replace(/ $/, '') } : part;
}

const SHOWN = 70;

/** The first words of a paragraph, to choose it by. */
export function firstWordsOf(paragraph: string): string {
  const line = plainLine(paragraph);
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1).trimEnd()}…` : line;
}
