import type { PublishedMinutes, PublishedStatement } from './published-minutes.js';

/** Why a published statement has no equal in the parsed log. */
export interface Miss extends PublishedStatement {
  why: 'words' | 'speaker';
  /** Whom the log gives the same words to, when only the speaker differs. */
  instead?: string;
}

/** How far a parsed log agrees with the minutes its group published. */
export interface Comparison {
  published: number;
  agreeing: number;
  misses: Miss[];
  /** Published resolutions that are no decision of the parsed log. */
  lostResolutions: string[];
}

/** A person as the compared record knows them. */
export interface KnownSpeaker {
  key: string;
  nicks: string[];
  displayName: string;
}

/** One line somebody said or wrote, in the compared record. */
export interface SaidLine {
  kind: string;
  text: string;
  /** The words before a correction. */
  original?: string;
  /** The line as it was typed, label included. */
  raw: string;
  by: string | null;
  /** For what was said aloud; else `by` spoke. */
  speaker?: string;
  /** For a bare link. */
  caption?: string;
}

/** What is compared with the published minutes: a parsed log, or a transcript read back. */
export interface SaidRecord {
  people: KnownSpeaker[];
  events: SaidLine[];
}

interface Candidate {
  speaker: string;
  used: boolean;
  /** The page prints the line as it was typed, label, keyword or dots included, and names the typist. */
  asTyped: boolean;
}

/** How many statements with equal words it takes to learn that a published name and a parsed person are one. */
const ENOUGH = 3;

/** Compares statement by statement: same words (white space and the first letter's case aside) from the same person. */
export function compareWithPublished(log: SaidRecord, minutes: PublishedMinutes): Comparison {
  const byWords = indexByWords(log);
  const same = learnSpeakers(log.people, minutes.statements, byWords);
  const misses: Miss[] = [];
  for (const statement of minutes.statements) {
    const candidates = (byWords.get(plain(statement.words)) ?? []).filter(
      (candidate) => !candidate.used && (statement.how === 'typed' || !candidate.asTyped),
    );
    const hit = candidates.find((candidate) => same(statement.speaker, candidate.speaker));
    if (hit) {
      hit.used = true;
    } else {
      const instead = candidates[0]?.speaker;
      misses.push({
        ...statement,
        why: instead === undefined ? 'words' : 'speaker',
        ...(instead === undefined ? {} : { instead }),
      });
    }
  }
  const decisions = new Set(
    log.events
      .filter(({ kind }) => kind === 'decision')
      .flatMap((event) => [plain(event.text), plain(event.original ?? event.text)]),
  );
  return {
    published: minutes.statements.length,
    agreeing: minutes.statements.length - misses.length,
    misses,
    lostResolutions: minutes.resolutions.filter((text) => !decisions.has(plain(text))),
  };
}

/** Words as both sides can be expected to print them. */
export function plain(words: string): string {
  const shown = words
    .normalize('NFC')
    .replace(/^\/me /, '')
    .replace(/[\uFFFD\uFE0F\p{Extended_Pictographic}]/gu, '');
  const even = shown.replace(/[\s\u00a0]+/g, ' ').trim();
  return even.replace(/[a-zA-Z]/, (first) => first.toLowerCase());
}

function indexByWords(log: SaidRecord): Map<string, Candidate[]> {
  const index = new Map<string, Candidate[]>();
  const add = (words: string, candidate: Candidate) =>
    index.set(words, [...(index.get(words) ?? []), candidate]);
  for (const event of log.events) {
    const speaker = event.kind === 'statement' ? (event.speaker ?? null) : event.by;
    if (speaker === null) {
      continue;
    }
    const candidate = { speaker, used: false, asTyped: false };
    const words = wordings(event);
    words.forEach((wording) => add(wording, candidate));
    const typed = plain(event.raw);
    if (event.by !== null && !words.has(typed)) {
      add(typed, { speaker: event.by, used: false, asTyped: true });
    }
  }
  return index;
}

/** The words now, the words before a correction (minutes are often made before it), and a wrapped message's first line. */
function wordings(event: SaidLine): Set<string> {
  const texts = [
    event.text,
    event.original ?? event.text,
    ...(event.caption === undefined ? [] : [event.caption]),
  ];
  return new Set(texts.flatMap((text) => [text, text.split('\n')[0]]).map(plain));
}

/**
 * Decides whether a published name and a parsed person are the same: equal names; or, because pages print real names
 * where logs have nicks, the name (nobody else's in the log) under which most of the person's unmistakable words were
 * published; or, for somebody who said little, a nick that abbreviates the name.
 */
function learnSpeakers(
  people: KnownSpeaker[],
  statements: PublishedStatement[],
  byWords: Map<string, Candidate[]>,
) {
  const counts = new Map<string, Map<string, number>>();
  for (const { speaker, words } of statements) {
    const candidates = byWords.get(plain(words)) ?? [];
    if (candidates.length === 1 && !candidates[0].asTyped) {
      const names = counts.get(candidates[0].speaker) ?? new Map<string, number>();
      counts.set(candidates[0].speaker, names.set(letters(speaker), (names.get(letters(speaker)) ?? 0) + 1));
    }
  }
  const literal = new Map<string, string>();
  for (const person of people) {
    [person.displayName, ...person.nicks].forEach((name) => literal.set(letters(name), person.key));
  }
  return (published: string, key: string): boolean => {
    const owner = literal.get(letters(published));
    if (owner !== undefined) {
      return owner === key;
    }
    const names = [...(counts.get(key) ?? [])].sort((a, b) => b[1] - a[1]);
    const total = names.reduce((sum, [, count]) => sum + count, 0);
    if (total >= ENOUGH && names[0][0] === letters(published) && names[0][1] * 2 > total) {
      return true;
    }
    const person = people.find((candidate) => candidate.key === key);
    const own = person ? [person.displayName, ...person.nicks] : [key];
    const unlearned = total < ENOUGH || own.some((name) => letters(name) === names[0][0]);
    return unlearned && own.some((name) => abbreviates(name, published));
  };
}

function abbreviates(nick: string, name: string): boolean {
  const short = letters(nick).replace(/\d+$/, '');
  const words = name
    .split(/[\s_]+/)
    .map(letters)
    .filter(Boolean);
  const last = words.at(-1) ?? '';
  return (
    words.some(
      (word) => word.length > 2 && (short.includes(word) || (short.length > 2 && word.startsWith(short))),
    ) ||
    (last !== '' && short === words[0][0] + last)
  );
}

function letters(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
