import type { LogLine } from './log-lines.js';
import { foldName, foldWords } from './fold-words.js';
import type { PageLine } from './published-lines.js';

/** Which line of the log a line of the page was made of. */
export interface Aligned {
  page: number;
  log: number;
  /** The line is what its writer typed; otherwise it is what the writer wrote down for the label before it. */
  label: string | null;
}

/** How two lines that may be one another are; the longer the words the better. */
type Likeness = { weight: number; label: string | null };

/**
 * Lays the lines of a page beside those of its log, in order, so that as many as possible have the same words. `names`
 * are the nicks and labels already known: a line of theirs is not laid beside another's.
 */
export function alignLines(
  page: readonly PageLine[],
  log: readonly LogLine[],
  names: ReadonlyMap<string, string>,
): Aligned[] {
  const nicks = new Set(log.map(({ nick }) => foldName(nick)));
  const given = new Set([...names].filter(([nick]) => nicks.has(nick)).map(([, name]) => foldName(name)));
  const folded = new Map([...names].map(([nick, name]) => [nick, foldName(name)]));
  const left = page.map(pageKey);
  const right = log.map(logKeys);
  const best = Array.from({ length: page.length + 1 }, () => new Float64Array(log.length + 1));
  const likeness = (i: number, j: number) => compare(left[i], right[j], folded, given);
  for (let i = page.length - 1; i >= 0; i -= 1)
    for (let j = log.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(at(best, i + 1, j), at(best, i, j + 1));
      const found = likeness(i, j);
      const row = best[i];
      if (row) row[j] = found ? Math.max(skip, at(best, i + 1, j + 1) + found.weight) : skip;
    }
  return trace(best, likeness, [page.length, log.length]);
}

function trace(
  best: Float64Array[],
  likeness: (i: number, j: number) => Likeness | null,
  [rows, columns]: [number, number],
): Aligned[] {
  const aligned: Aligned[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    const found = likeness(i, j);
    if (found && at(best, i, j) === at(best, i + 1, j + 1) + found.weight) {
      aligned.push({ page: i, log: j, label: found.label });
      i += 1;
      j += 1;
    } else if (at(best, i, j) === at(best, i, j + 1)) j += 1;
    else i += 1;
  }
  return aligned;
}

interface PageKey {
  words: string;
  name: string;
  isNick: boolean;
}

interface LogKeys {
  nick: string;
  typed: string;
  label: string;
  spoken: string;
}

function pageKey(line: PageLine): PageKey {
  if (line.kind === 'said')
    return {
      words: foldWords(line.words.replace(/^(\.{3,}|…)/, '')),
      name: foldName(line.name),
      isNick: line.isNick,
    };
  return { words: line.kind === 'topic' ? '' : foldWords(line.words), name: '', isNick: false };
}

function logKeys({ nick, words }: LogLine): LogKeys {
  const [, label = '', spoken = ''] = /^([^:]{1,60}):\s*(.*)$/.exec(words) ?? [];
  return { nick: foldName(nick), typed: foldWords(words), label: foldName(label), spoken: foldWords(spoken) };
}

function compare(
  page: PageKey | undefined,
  log: LogKeys | undefined,
  names: ReadonlyMap<string, string>,
  given: ReadonlySet<string>,
): Likeness | null {
  if (!page || !log || page.words === '') return null;
  const isTyped = page.words === log.typed;
  if (!isTyped && page.words !== log.spoken) return null;
  const weight = 2 + Math.min(page.words.length, 40) / 10;
  const label = isTyped ? null : log.label;
  if (page.name === '') return { weight, label };
  const writer = label ?? log.nick;
  if (page.isNick) return writer === page.name ? { weight: weight + 1, label } : null;
  const known = names.get(writer);
  if (known !== undefined) return known === page.name ? { weight: weight + 1, label } : null;
  return given.has(page.name) && label === null ? null : { weight, label };
}

function at(table: Float64Array[], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}
