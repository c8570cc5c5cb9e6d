import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { DATA, logFiles, parseText, read, type LogFile } from '../log-files.js';
import { compareChains } from './compare-chains.js';
import { expectChains } from './expected-chains.js';
import { chainsOfLog } from './imported-chains.js';

const LEAST_RIGHT = 0.98;
/** A log line that is a bare opinion of somebody named. */
const VOTE = /^(.*<)([^<>]+)(>\s+)([+-]1)$/;

/** What can be wrong in an import, planted into the log it is made of. */
const ERRORS: Record<string, (log: string) => string> = {
  'a value turned round': (log) =>
    changeVote(
      log,
      ([before, nick, after, value]) => `${before}${nick}${after}${value === '+1' ? '-1' : '+1'}`,
    ),
  'a vote left out': (log) => changeVote(log, () => null),
  'a vote of somebody else': (log) =>
    changeVote(log, ([before, , after, value]) => `${before}stranger${after}${value}`),
  'other words of a resolution': (log) => log.replace(/(RESOLVED: )(\S+ ){2}/, '$1Do not '),
  'other words of a proposal': (log) => log.replace(/((?:PROPOSAL|PROPOSED): )(\S+ )/, '$1Never $2'),
};

if (!existsSync(DATA))
  process.stdout.write(
    `The real meeting logs are absent: put them in ${DATA} to compare the decisions in them.\n`,
  );

describe('decisions of imported logs against published minutes', () => {
  it('finds the folder of real logs', () => {
    expect({ folder: DATA, present: existsSync(DATA) }).toEqual({ folder: DATA, present: true });
  });

  it('are right in at least 98 % of the chains', () => {
    const all = withMinutes().map(asPublished);
    const right = sum(all.map((each) => each.right));
    const chains = sum(all.map((each) => each.chains));
    process.stdout.write(`${right} of ${chains} chains right\n`);
    expect(chains).toBeGreaterThan(100);
    expect(right / chains).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  it.each(Object.keys(ERRORS))('are no longer right with %s, in five logs', (error) => {
    const spoiled = withMinutes()
      .map((file) => ({ file, log: read(file.log) }))
      .map(({ file, log }) => ({ file, log, planted: ERRORS[error]?.(log) ?? log }))
      .filter(({ log, planted }) => planted !== log)
      .slice(0, 5);
    expect(spoiled).toHaveLength(5);
    for (const { file, planted } of spoiled)
      expect({ file: file.log, lost: asPublished(file).right - score(file, planted).right }).toEqual({
        file: file.log,
        lost: 1,
      });
  });
});

interface Score {
  right: number;
  chains: number;
}

const scores = new Map<string, Score>();

/** The score of a log as it is. */
function asPublished(file: LogFile): Score {
  const known = scores.get(file.log) ?? score(file, read(file.log));
  scores.set(file.log, known);
  return known;
}

function score(file: LogFile, log: string): Score {
  const { chains, names } = expectChains(read(file.minutes), log);
  const { right } = compareChains(chains, chainsOfLog(parseText(log, file)), names);
  return { right, chains: chains.length };
}

function withMinutes(): LogFile[] {
  return logFiles().filter(({ minutes }) => existsSync(minutes));
}

/** Changes the first bare vote after the first proposal; null leaves its line out. */
function changeVote(log: string, change: (parts: string[]) => string | null): string {
  const lines = log.split('\n');
  const proposal = lines.findIndex((line) => /> ?\t?(?:PROPOSAL|PROPOSED):/.test(line));
  const index = lines.findIndex((line, place) => place > proposal && proposal >= 0 && VOTE.test(line));
  const parts = VOTE.exec(lines[index] ?? '')?.slice(1);
  if (!parts) return log;
  const changed = change(parts);
  lines.splice(index, 1, ...(changed === null ? [] : [changed]));
  return lines.join('\n');
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
