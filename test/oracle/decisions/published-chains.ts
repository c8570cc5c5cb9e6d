import { load } from 'cheerio';

/** What became of a proposal: the text as adopted, or null where the minutes print no resolution for it. */
export interface Chain {
  /** Null for a resolution that nobody had proposed. */
  proposal: string | null;
  /** By the name printed: the last value each gave. */
  voters: Map<string, number>;
  resolution: string | null;
}

/** The value of an opinion stands first in a line, and is not the beginning of a longer number or of a date. */
const OPINION = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))(?![\d:./%-]|\w)/;

/** A proposal's label inside what somebody wrote: the page sets only unnumbered ones apart. */
const NUMBERED = /^PROPOS(?:AL|ED)\s*#?(\d+\w?)\s*:\s*/i;
/** `Rita's votes:` opens lines that pass on another's opinions; whose they are is not printed with each. */
const PASSES_ON = /^\S.{0,60}'s votes?\s*:?$/i;

/**
 * Reads the chains of proposal, opinions and resolution from a page of minutes, by nothing but its HTML: opinions count
 * for the proposal printed before them under the same topic, or for the one whose number they name; a resolution answers
 * the proposal with its words, else the one just before it, else nobody's.
 */
export function readPublishedChains(html: string): Chain[] {
  const reader = new ChainReader();
  for (const line of readLines(html)) reader.take(line);
  return reader.chains;
}

/** What each person is printed under their name to have said: for learning who is who. */
export function readPublishedWords(html: string): { name: string; words: string }[] {
  return readLines(html).flatMap((line) => (line.kind === 'said' && !line.isNick ? [line] : []));
}

type Line =
  | { kind: 'topic' }
  | { kind: 'proposal'; words: string }
  | { kind: 'resolution'; words: string }
  | { kind: 'said'; name: string; words: string; isNick: boolean };

function readLines(html: string): Line[] {
  const $ = load(html);
  $('a[id^="link-"]').remove();
  return $('h1.topic, h2.topic, div.proposal, div.resolution, div.comment, div.information')
    .toArray()
    .flatMap((element): Line[] => {
      const block = $(element);
      if (block.is('.topic')) return [{ kind: 'topic' }];
      if (block.is('.proposal')) return [{ kind: 'proposal', words: wordsAfterLabel(block.text()) }];
      if (block.is('.resolution')) return [{ kind: 'resolution', words: wordsAfterLabel(block.text()) }];
      const typed = /^\s*<([^>]+)>\s*(.*)$/s.exec(block.text());
      if (block.is('.information')) return typed ? [said(typed[1] ?? '', typed[2] ?? '', true)] : [];
      const name = block.children('.name').first().text().trim();
      return name ? [said(name, block.text().trim().slice(name.length).replace(/^:/, ''), false)] : [];
    });
}

/** The page prints a nick where it does not know who that is. */
function said(name: string, words: string, isNick: boolean): Line {
  return { kind: 'said', name, isNick, words: words.replace(/\[scribe assist by [^\]]*\]\s*$/, '').trim() };
}

class ChainReader {
  readonly chains: Chain[] = [];
  private open: Chain | null = null;
  private underTopic: Chain[] = [];
  private passingOn: string | null = null;

  take(line: Line): void {
    if (line.kind === 'topic') {
      this.open = null;
      this.underTopic = [];
    } else if (line.kind === 'proposal') this.propose(line.words);
    else if (line.kind === 'resolution') this.resolve(line.words);
    else this.hear(line.name, line.words);
  }

  private propose(words: string): void {
    this.open = { proposal: words, voters: new Map(), resolution: null };
    this.chains.push(this.open);
    this.underTopic.push(this.open);
  }

  private resolve(resolution: string): void {
    const chain =
      this.chains.findLast(({ proposal, resolution: held }) => !held && isSame(proposal, resolution)) ??
      this.open;
    if (chain && chain.resolution === null) chain.resolution = resolution;
    else this.chains.push({ proposal: null, voters: new Map(), resolution });
    this.open = null;
  }

  private hear(name: string, words: string): void {
    if (PASSES_ON.test(words)) this.passingOn = name;
    else if (!NUMBERED.test(words) && this.passingOn === name) this.passingOn = null;
    for (const part of words.split(/[,;]\s+(?=PROPOSAL\s*#?\d)/i)) {
      const label = NUMBERED.exec(part);
      const rest = label ? part.slice(label[0].length) : part;
      const value = readOpinion(rest);
      if (value === null) {
        if (label && this.passingOn !== name) this.propose(rest.trim());
      } else if (!label || this.passingOn !== name) this.opine(name, value, label?.[1] ?? numberIn(rest));
    }
  }

  private opine(name: string, value: number, number: string | undefined): void {
    const named = number === undefined ? undefined : this.underTopic[Number.parseInt(number, 10) - 1];
    (named ?? this.open)?.voters.set(name, value);
  }
}

function numberIn(words: string): string | undefined {
  return /\bproposal\s*#?(\d+)/i.exec(words)?.[1];
}

/** The resolutions of a log's own lines, in their order. */
export function readLoggedResolutions(log: string): string[] {
  return [...log.matchAll(/<[^>]+>\s*(?:RESOLVED|RESOLUTION)\s*:\s*(.+)$/gim)].map(([, words = '']) =>
    words.trim(),
  );
}

/** From -1 to +1; null where the words are no opinion. A number without a sign is one only where it is zero. */
export function readOpinion(said: string): number | null {
  const printed = OPINION.exec(said.trim())?.[1];
  if (printed === undefined) return null;
  const value = Number(printed);
  if (!/^[+-]/.test(printed) && value !== 0) return null;
  return Math.max(-1, Math.min(1, value)) + 0;
}

function wordsAfterLabel(text: string): string {
  return text
    .trim()
    .replace(/^[A-Z]+:\s*/, '')
    .trim();
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

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
