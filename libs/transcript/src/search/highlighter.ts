import { splitWords, type PlacedWord } from './words.js';

/** A piece of a text with the places of the words searched for; offsets are UTF-16 code units of the piece. */
export interface Excerpt {
  excerpt: string;
  marks: [number, number][];
}

const LENGTH = 280;
const LEAD = 60;
const ELLIPSIS = '…';

/**
 * Cuts the piece of a text in which the words searched for stand closest together, and says where they are. Gives
 * offsets and never markup, so hostile text stays text.
 */
export function highlight(text: string, isWanted: (word: string) => boolean): Excerpt {
  const wanted = splitWords(text).filter(({ word }) => isWanted(word));
  const [from, to] = chooseWindow(text, wanted);
  const lead = from > 0 ? ELLIPSIS : '';
  const trail = to < text.length ? ELLIPSIS : '';
  const shift = lead.length - from;
  return {
    excerpt: lead + text.slice(from, to) + trail,
    marks: wanted
      .filter((word) => word.from >= from && word.to <= to)
      .map((word) => [word.from + shift, word.to + shift]),
  };
}

/** The window with most wanted words in it, the earliest of equals. */
function chooseWindow(text: string, wanted: readonly PlacedWord[]): [number, number] {
  if (text.length <= LENGTH) return [0, text.length];
  let best = { start: 0, count: 0 };
  let end = 0;
  for (const [index, word] of wanted.entries()) {
    while (end < wanted.length && (wanted[end]?.to ?? 0) <= word.from + LENGTH - LEAD) end += 1;
    if (end - index > best.count) best = { start: word.from, count: end - index };
  }
  const from = moveToBoundary(
    text,
    Math.max(0, Math.min(best.start - LEAD, text.length - LENGTH)),
    best.start,
  );
  return [from, cutAtBoundary(text, Math.min(text.length, from + LENGTH))];
}

/** Moves a start right to the next word, but never past the first wanted one. */
function moveToBoundary(text: string, start: number, limit: number): number {
  if (start === 0) return 0;
  const space = text.slice(start, limit).search(/\s/u);
  return space < 0 ? wholeCharacter(text, start) : start + space + 1;
}

/** Moves an end left to the end of a word, unless one word fills the window. */
function cutAtBoundary(text: string, end: number): number {
  if (end === text.length) return end;
  const space = text.slice(end - LEAD, end + 1).search(/\s\S*$/u);
  return space < 0 ? wholeCharacter(text, end) : end - LEAD + space;
}

/** Never cuts a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
