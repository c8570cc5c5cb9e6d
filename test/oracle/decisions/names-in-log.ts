/** How many lines further a short line of the page is looked for in the log. */
const LOOK_AHEAD = 40;
/** What a likeness of names counts, in characters of words that nobody else wrote. */
const LIKENESS = 60;

/** How much speaks for a nick being a printed name. */
interface Match {
  nick: string;
  name: string;
  score: number;
}

/**
 * Learns which nick of a log is which name of its minutes: by words that one person alone typed and the page prints under
 * the name, by the look of the names, and, for whoever only ever typed `+1`, by the order of such lines. The strongest
 * match is taken first, and each name is given once. Answers by nick, folded as `foldName` does.
 */
export function learnNames(log: string, said: { name: string; words: string }[]): Map<string, string> {
  const lines = [...log.matchAll(/<([^<>\s]+)>\s*(.+)$/gm)].map(([, nick = '', words = '']) => ({
    nick: foldName(nick),
    words: plain(words),
  }));
  const scores = new Map<string, Match>();
  const count = (nick: string, name: string, score: number) => {
    const key = `${nick}\n${name}`;
    scores.set(key, { nick, name, score: (scores.get(key)?.score ?? 0) + score });
  };
  for (const nick of new Set(lines.map((line) => line.nick)))
    for (const name of new Set(said.map((line) => line.name)))
      if (isAlike(nick, name)) count(nick, name, LIKENESS);
  let place = 0;
  for (const { name, words } of said) {
    const printed = plain(words);
    const [only, ...others] = new Set(
      lines.filter((line) => line.words === printed).map((line) => line.nick),
    );
    if (only !== undefined && others.length === 0) count(only, name, printed.length);
    const found = lines.slice(place, place + LOOK_AHEAD).findIndex((line) => line.words === printed);
    const line = lines[place + found];
    if (found < 0 || !line) continue;
    place += found + 1;
    count(line.nick, name, 1);
  }
  return bestPairs([...scores.values()]);
}

function bestPairs(matches: Match[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const given = new Set<string>();
  for (const { nick, name } of matches.sort((a, b) => b.score - a.score)) {
    if (pairs.has(nick) || given.has(name)) continue;
    pairs.set(nick, name);
    given.add(name);
  }
  return pairs;
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

/** A name without accents, case, punctuation and underscores: the form in which names are compared. */
export function foldName(name: string): string {
  return plain(name.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[+ -]+/g, ' ')
    .trim();
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+-]+/gu, ' ')
    .trim();
}
