import { alignLines } from './alignment.js';
import { foldName, foldWords } from './fold-words.js';
import type { LogLine } from './log-lines.js';
import type { PageLine } from './published-lines.js';

/** What a likeness of names counts, in characters of words said. */
const LIKENESS = 60;
/** Characters of words (or a likeness) that make a match certain enough to lay the lines anew by it. */
const CERTAIN = 40;

/** How much speaks for a nick or a label being a printed name. */
interface Match {
  nick: string;
  name: string;
  score: number;
}

/**
 * Learns which nick of a log, and which label in its scribe's lines, is which name of its minutes: the minutes are laid
 * beside the log line by line, and what stands beside the other with the same words speaks for the pair, as does the look
 * of the names. The strongest match is taken first, and each name is given to one nick and to one label. Answers by nick
 * or label, folded as `foldName` does.
 */
export function learnNames(page: readonly PageLine[], log: readonly LogLine[]): Map<string, string> {
  const certain = pairUp(page, log, new Map()).filter(({ score }) => score >= CERTAIN);
  const settled = new Map(certain.map(({ nick, name }) => [nick, name]));
  return new Map(pairUp(page, log, settled).map(({ nick, name }) => [nick, name]));
}

function pairUp(
  page: readonly PageLine[],
  log: readonly LogLine[],
  known: ReadonlyMap<string, string>,
): Match[] {
  const [typed, spoken] = [new Scores(), new Scores()];
  const names = new Set(page.flatMap((line) => (line.kind === 'said' && !line.isNick ? [line.name] : [])));
  for (const nick of new Set(log.map((line) => foldName(line.nick))))
    for (const name of names) if (isAlike(nick, name)) typed.count(nick, name, LIKENESS);
  for (const pair of alignLines(page, log, known)) {
    const [line, logged] = [page[pair.page], log[pair.log]];
    if (line?.kind !== 'said' || line.isNick || !logged) continue;
    const score = foldWords(line.words).length;
    if (pair.label === null) typed.count(foldName(logged.nick), line.name, score);
    else spoken.count(pair.label, line.name, score);
  }
  const nicks = typed.best();
  const taken = new Set(nicks.map(({ nick }) => nick));
  return [...nicks, ...spoken.best().filter(({ nick }) => !taken.has(nick))];
}

class Scores {
  private readonly matches = new Map<string, Match>();

  count(nick: string, name: string, score: number): void {
    const key = `${nick}\n${name}`;
    this.matches.set(key, { nick, name, score: (this.matches.get(key)?.score ?? 0) + score });
  }

  best(): Match[] {
    const [pairs, given] = [new Map<string, Match>(), new Set<string>()];
    for (const match of [...this.matches.values()].sort((a, b) => b.score - a.score)) {
      if (pairs.has(match.nick) || given.has(match.name)) continue;
      pairs.set(match.nick, match);
      given.add(match.name);
    }
    return [...pairs.values()];
  }
}

/** Whether a part of one begins as a part of the other, or holds it whole. */
function isAlike(nick: string, name: string): boolean {
  const words = foldName(name).split(' ');
  return nick
    .split(' ')
    .some((part) =>
      words.some(
        (word) => (part.length >= 4 && word.startsWith(part)) || (word.length >= 4 && part.includes(word)),
      ),
    );
}
