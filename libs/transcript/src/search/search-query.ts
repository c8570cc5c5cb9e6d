import { foldText, splitWords } from './words.js';

/** One thing a searcher asks for. */
export interface SearchTerm {
  kind: 'word' | 'phrase';
  /** Folded text; a phrase has its words separated by single spaces. */
  text: string;
  /** True for `-word` and `-"a phrase"`: passages that have it are left out. */
  excluded: boolean;
  /** True for the last word, which may be unfinished. */
  prefix: boolean;
}

/** What a searcher typed, understood. Whatever is typed has a meaning; nothing is an error. */
export interface SearchQuery {
  terms: SearchTerm[];
}

const TOKEN = /(-?)["“”«»]([^"“”«»]*)["“”«»]?|(\S+)/gu;

/**
 * Reads a query: words are joined by "and", `"a phrase"` keeps its order, `-word` excludes, the last word matches
 * as a beginning. Operators of other search engines are words or nothing.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const tokens = Array.from(separateQuotes(typed).matchAll(TOKEN));
  const terms = tokens.flatMap((token, index) => readToken(token, index === tokens.length - 1));
  return { terms: terms.some((term) => !term.excluded) ? terms : [] };
}

/** Lets a quotation mark that touches a word (`вода"и газ"`) begin a phrase of its own. */
function separateQuotes(typed: string): string {
  return typed.replace(/([^\s-])(["“«])/gu, '$1 $2');
}

function readToken(token: RegExpMatchArray, isLast: boolean): SearchTerm[] {
  const [, minus = '', quoted, bare] = token;
  if (bare === undefined) return readPhrase(quoted ?? '', minus === '-');
  const excluded = /^-[^-]/u.test(bare);
  const words = splitWords(bare).map(({ word }) => word);
  return words.map((text, index) => ({
    kind: 'word',
    text,
    excluded,
    prefix: isLast && !excluded && index === words.length - 1,
  }));
}

function readPhrase(quoted: string, excluded: boolean): SearchTerm[] {
  const words = splitWords(foldText(quoted)).map(({ word }) => word);
  if (words.length === 0) return [];
  return [{ kind: words.length === 1 ? 'word' : 'phrase', text: words.join(' '), excluded, prefix: false }];
}
