import { foldName } from './fold-words.js';
import { readLogLines } from './log-lines.js';
import { learnNames } from './names-in-log.js';
import { readChains, type Chain } from './published-chains.js';
import { readPublishedLines } from './published-lines.js';
import { withUnprintedVotes } from './unprinted-votes.js';

/** What an import of a log must come to. */
export interface Expected {
  chains: Chain[];
  /** The printed name of a nick or label, both as `foldName` gives them. */
  names: ReadonlyMap<string, string>;
  /** How many votes the page leaves out and the log had to be asked for. */
  unprinted: number;
}

/** Reads the chains of published minutes. The log tells who its nicks are, and the votes that the page leaves out. */
export function expectChains(minutes: string, log: string): Expected {
  const page = readPublishedLines(minutes);
  const typed = readLogLines(log);
  const names = learnNames(page, typed);
  const { lines, added } = withUnprintedVotes(page, typed, names);
  const printed = page.flatMap((line) => (line.kind === 'said' ? [line.name] : []));
  const people = [...printed, ...typed.map(({ nick }) => nick)].map(foldName).filter(Boolean);
  const words = people.flatMap((name) => name.split(' ')).filter(({ length }) => length > 2);
  return { chains: readChains(lines, new Set([...people, ...words])), names, unprinted: added };
}
