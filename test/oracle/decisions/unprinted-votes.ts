import { alignLines } from './alignment.js';
import type { LogLine } from './log-lines.js';
import { foldName } from './fold-words.js';
import { readOpinion } from './opinions.js';
import type { PageLine } from './published-lines.js';

/**
 * Puts back the votes a page leaves out: the program that made it drops `+1`, `0` and `-1` of people it has no name for
 * and prints the rest of their words under their nick. The lines come from the log, by nothing but nick and value, and
 * stand where they stood there.
 */
export function withUnprintedVotes(
  page: readonly PageLine[],
  log: readonly LogLine[],
  names: ReadonlyMap<string, string>,
): { lines: PageLine[]; added: number } {
  const pairs = alignLines(page, log, names);
  const aligned = new Map(pairs.map((pair) => [pair.log, pair.page]));
  const named = new Set(
    pairs
      .filter((pair) => pair.label === null && isNamed(page[pair.page]))
      .map((pair) => foldName(log[pair.log]?.nick ?? '')),
  );
  const behind = new Map<number, PageLine[]>();
  let place = -1;
  let added = 0;
  log.forEach(({ nick, words }, index) => {
    place = aligned.get(index) ?? place;
    if (aligned.has(index) || named.has(foldName(nick)) || readOpinion(words) === null) return;
    added += 1;
    behind.set(place, [...(behind.get(place) ?? []), { kind: 'said', name: nick, words, isNick: true }]);
  });
  const lines = page.flatMap((line, index) => [line, ...(behind.get(index) ?? [])]);
  return { lines: [...(behind.get(-1) ?? []), ...lines], added };
}

/** Whether the page prints a line under somebody's name. */
function isNamed(line: PageLine | undefined): boolean {
  return line?.kind === 'said' && !line.isNick;
}
