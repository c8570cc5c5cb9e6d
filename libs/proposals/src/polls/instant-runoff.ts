import type { OptionCount, RunoffRound } from '@roundtable/contracts';
import { sumVotes, writeVotes, type CountedBallot } from './votes.js';

/** Whom an instant runoff chooses, and how it went. */
export interface Runoff {
  /** Several where the last place was shared and it decides the outcome who of them goes first. */
  winners: string[];
  /** Up to the round that decides, or in which the tie cannot be resolved. */
  rounds: RunoffRound[];
}

interface Standing {
  counts: OptionCount[];
  votesOf: Map<string, bigint>;
  /** Of ballots that rank nobody who is still in. */
  exhausted: bigint;
}

/**
 * Counts an instant runoff: while nobody has more than half of the votes still in play, the last goes out and their
 * ballots pass on. No lot is drawn over a shared last place: every order of going out is followed
 * ("parallel universes", Conitzer, Rognlie and Xia, IJCAI 2009), and where they differ all possible winners are named.
 * Options are named in their own order throughout.
 */
export function countRunoff(options: readonly string[], ballots: readonly CountedBallot[]): Runoff {
  const known = new Map<string, string[]>();
  const winnersAmong = (remaining: readonly string[]): string[] => {
    const key = remaining.join('\n');
    const winners = known.get(key) ?? findWinners(remaining);
    known.set(key, winners);
    return winners;
  };
  const findWinners = (remaining: readonly string[]): string[] => {
    const standing = stand(remaining, ballots);
    const leader = majorityOf(remaining, standing);
    if (leader !== null) return [leader];
    const last = lastOf(remaining, standing);
    if (last.length === remaining.length) return [...remaining];
    const possible = new Set(last.flatMap((out) => winnersAmong(without(remaining, [out]))));
    return remaining.filter((option) => possible.has(option));
  };
  if (ballots.every(({ picks }) => picks.length === 0)) return { winners: [], rounds: [] };
  return { winners: winnersAmong(options), rounds: tell(options, ballots, winnersAmong) };
}

/** The rounds as one reads them: whoever shares the last place without consequence goes out in the options' order. */
function tell(
  options: readonly string[],
  ballots: readonly CountedBallot[],
  winnersAmong: (remaining: readonly string[]) => string[],
): RunoffRound[] {
  const rounds: RunoffRound[] = [];
  let remaining = [...options];
  for (;;) {
    const standing = stand(remaining, ballots);
    const round = { counts: standing.counts, exhausted: writeVotes(standing.exhausted) };
    const last = lastOf(remaining, standing);
    const tiedLast = last.length > 1 ? last : [];
    if (majorityOf(remaining, standing) !== null || last.length === remaining.length)
      return [...rounds, { ...round, eliminated: [], tiedLast: [] }];
    if (new Set(last.map((out) => winnersAmong(without(remaining, [out])).join('\n'))).size > 1)
      return [...rounds, { ...round, eliminated: [], tiedLast }];
    const eliminated = last.slice(0, 1);
    rounds.push({ ...round, eliminated, tiedLast });
    remaining = without(remaining, eliminated);
  }
}

function stand(remaining: readonly string[], ballots: readonly CountedBallot[]): Standing {
  const isIn = new Set(remaining);
  const votesOf = new Map(remaining.map((option) => [option, 0n]));
  const ballotsOf = new Map(remaining.map((option) => [option, 0]));
  let exhausted = 0n;
  for (const { picks, weight } of ballots) {
    const choice = picks.find(({ option }) => isIn.has(option))?.option;
    if (choice === undefined) {
      if (picks.length > 0) exhausted += weight;
      continue;
    }
    votesOf.set(choice, (votesOf.get(choice) ?? 0n) + weight);
    ballotsOf.set(choice, (ballotsOf.get(choice) ?? 0) + 1);
  }
  const counts = remaining.map((option) => ({
    option,
    votes: writeVotes(votesOf.get(option) ?? 0n),
    ballots: ballotsOf.get(option) ?? 0,
  }));
  return { counts, votesOf, exhausted };
}

function majorityOf(remaining: readonly string[], { votesOf }: Standing): string | null {
  const all = sumVotes([...votesOf.values()]);
  return remaining.find((option) => 2n * (votesOf.get(option) ?? 0n) > all) ?? null;
}

function lastOf(remaining: readonly string[], { votesOf }: Standing): string[] {
  const least = [...votesOf.values()].reduce((low, votes) => (votes < low ? votes : low));
  return remaining.filter((option) => votesOf.get(option) === least);
}

function without(remaining: readonly string[], gone: readonly string[]): string[] {
  return remaining.filter((option) => !gone.includes(option));
}
