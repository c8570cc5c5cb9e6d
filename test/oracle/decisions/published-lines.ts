import { load, type CheerioAPI } from 'cheerio';
import { foldWords } from './fold-words.js';

/** One line of published minutes, as far as decisions are concerned. */
export type PageLine =
  | { kind: 'topic' }
  | { kind: 'proposal'; words: string; number?: string }
  | { kind: 'resolution'; words: string }
  | { kind: 'said'; name: string; words: string; isNick: boolean };

/** A proposal's label inside what somebody wrote: the page sets apart only those without number and slip. */
const LABEL = /^PROPO?S(?:AL|ED)\s*#?(\d+\w?)?\s*:\s*(?=\S)(.*)$/is;

/** Reads a page of minutes by nothing but its HTML. A nick stands where the page does not know whose it is. */
export function readPublishedLines(html: string): PageLine[] {
  const $ = load(html);
  return $('div.comment, div.resolution, div.proposal').length > 0 ? readScrawl($) : readScribePerl($);
}

function readScrawl($: CheerioAPI): PageLine[] {
  $('a[id^="link-"]').remove();
  return $('h1.topic, h2.topic, div.proposal, div.resolution, div.comment, div.information')
    .toArray()
    .flatMap((element): PageLine[] => {
      const block = $(element);
      if (block.is('.topic')) return [{ kind: 'topic' }];
      if (block.is('.proposal')) return [{ kind: 'proposal', words: wordsAfterLabel(block.text()) }];
      if (block.is('.resolution')) return [{ kind: 'resolution', words: wordsAfterLabel(block.text()) }];
      const typed = /^\s*<([^>]+)>\s*(.*)$/s.exec(block.text());
      if (block.is('.information')) return [said(typed?.[1] ?? '', typed?.[2] ?? block.text(), true)];
      const name = block.children('.name').first().text().trim();
      return name ? [said(name, block.text().trim().slice(name.length).replace(/^:/, ''), false)] : [];
    });
}

/** `<cite>Rita:</cite> words` was said aloud, `<cite>&lt;rita&gt;</cite> words` typed; a line goes on in `<span>`. */
function readScribePerl($: CheerioAPI): PageLine[] {
  $('wbr').remove();
  return $('section h3, p.resolution, p.phone, p.irc')
    .toArray()
    .flatMap((element): PageLine[] => {
      const block = $(element);
      if (block.is('h3')) return [{ kind: 'topic' }];
      if (block.is('.resolution')) return [{ kind: 'resolution', words: wordsAfterLabel(block.text()) }];
      const cite = block.children('cite').first().text().trim();
      block.children('cite, span').remove();
      return [said(cite.replace(/^<(.*)>$|:$/g, '$1'), block.text(), block.is('.irc'))];
    });
}

/** The number and the words of `PROPOSAL 2: ...`, or undefined. */
export function readLabel(words: string): { number: string | undefined; rest: string } | undefined {
  const label = LABEL.exec(words);
  return label ? { number: label[1], rest: (label[2] ?? '').trim() } : undefined;
}

/** Same words; case, punctuation and white space aside. */
export function isSame(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && plain(one) === plain(other);
}

/** The same, or cut off by the page where the words have a colon, as its program does. */
export function isPrintedAs(words: string | null, printed: string | null): boolean {
  if (words === null || printed === null) return false;
  return isSame(words, printed) || isSame(words.slice(0, words.indexOf(':')), printed);
}

function said(name: string, words: string, isNick: boolean): PageLine {
  return { kind: 'said', name, isNick, words: words.replace(/\[scribe assist by [^\]]*\]\s*$/, '').trim() };
}

function wordsAfterLabel(text: string): string {
  return text
    .trim()
    .replace(/^[A-Z]+:\s*/, '')
    .trim();
}

function plain(words: string): string {
  return foldWords(words).replace(/[+-]/g, ' ').replace(/\s+/g, ' ').trim();
}
