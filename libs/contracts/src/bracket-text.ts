/** Words that are agreed, or a bracket with one text or several alternatives in it. */
export type TextRun =
  { kind: 'agreed'; text: string } | { kind: 'bracket'; source: string; options: string[] };

/** What is wrong with the brackets of a text, and where (UTF-16 code units). */
export class BracketFault extends Error {
  constructor(
    readonly at: number,
    readonly fault: 'unclosed' | 'unopened' | 'nested' | 'empty',
  ) {
    super(`A bracket at ${at} is ${fault}.`);
  }
}

/**
 * Reads a text with `[words]` and `[A || B]`. A backslash takes the meaning from the bracket, bar or backslash after it.
 * @throws BracketFault where brackets do not pair, stand inside each other, or hold nothing
 */
export function readBrackets(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let agreed = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (isEscape(text, at)) {
      agreed += text[++at];
    } else if (sign === ']') {
      throw new BracketFault(at, 'unopened');
    } else if (sign === '[') {
      const end = findEnd(text, at);
      if (agreed) runs.push({ kind: 'agreed', text: agreed });
      agreed = '';
      runs.push(readBracket(text, at, end));
      at = end;
    } else {
      agreed += sign;
    }
  }
  if (agreed) runs.push({ kind: 'agreed', text: agreed });
  return runs;
}

/** How many brackets are open in a text. @throws BracketFault */
export function countBrackets(text: string): number {
  return readBrackets(text).filter(({ kind }) => kind === 'bracket').length;
}

/** Puts agreed words in the place of one bracket, by its number from 0. Null where there is no such bracket. */
export function settleBracket(
  text: string,
  which: number,
  became: string,
): { text: string; was: string } | null {
  let number = -1;
  for (let at = 0; at < text.length; at++) {
    if (isEscape(text, at)) {
      at++;
    } else if (text[at] === '[') {
      const end = findEnd(text, at);
      number += 1;
      if (number === which) {
        const before = text.slice(0, at);
        const after = text.slice(end + 1);
        return { text: join(before, escapeBrackets(became), after), was: text.slice(at + 1, end) };
      }
      at = end;
    }
  }
  return null;
}

/** The places where a text can be cut in two without taking a bracket, an escape or a character apart. @throws BracketFault */
export function placesToCut(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (at > 0 && !/[\uDC00-\uDFFF]/.test(text[at] as string)) places.push(at);
    if (isEscape(text, at)) at++;
    else if (text[at] === '[') at = findEnd(text, at);
  }
  return places;
}

/** Takes the meaning from every bracket, bar and backslash in words. */
export function escapeBrackets(words: string): string {
  return words.replace(/[\\[\]]/g, '\\$&').replace(/\|\|/g, '\\||');
}

/**
 * Keeps the brackets of words that were not written for this: those that pair stay open text, all others become signs.
 */
export function adoptBrackets(words: string): string {
  try {
    readBrackets(words);
    return words;
  } catch (error) {
    if (error instanceof BracketFault) return escapeBrackets(words);
    throw error;
  }
}

function readBracket(text: string, start: number, end: number): TextRun {
  const source = text.slice(start + 1, end);
  const options = splitAlternatives(source).map((option) => unescape(option).trim());
  if (options.some((option) => option === '')) throw new BracketFault(start, 'empty');
  return { kind: 'bracket', source, options };
}

function splitAlternatives(source: string): string[] {
  const options = [''];
  for (let at = 0; at < source.length; at++) {
    if (isEscape(source, at)) {
      options[options.length - 1] += source.slice(at, at + 2);
      at += 1;
    } else if (source.startsWith('||', at)) {
      options.push('');
      at += 1;
    } else {
      options[options.length - 1] += source[at] as string;
    }
  }
  return options;
}

function findEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (isEscape(text, at)) at++;
    else if (text[at] === '[') throw new BracketFault(at, 'nested');
    else if (text[at] === ']') return at;
  }
  throw new BracketFault(start, 'unclosed');
}

function isEscape(text: string, at: number): boolean {
  return text[at] === '\\' && /[\\[\]|]/.test(text[at + 1] ?? '');
}

function unescape(words: string): string {
  return words.replace(/\\([\\[\]|])/g, '$1');
}

/** Where words go, one of the spaces around them goes too. */
function join(before: string, became: string, after: string): string {
  if (became === '' && /\s$/.test(before) && /^[\s.,;:!?)]|^$/.test(after)) return before.trimEnd() + after;
  return before + became + after;
}
