import type { PairCount } from '@roundtable/contracts';
import { writeVotes, type CountedBallot } from './votes.js';

/** Whom Schulze's method chooses, and by which numbers. */
export interface SchulzeCount {
  /** Options that no other beats; several where they are tied. */
  winners: string[];
  /** Every ordered pair, in the order of the options. */
  pairs: PairCount[];
}

/** Votes by option and the option over which it is preferred. */
type Matrix = Map<string, Map<string, bigint>>;

/**
 * Counts by Schulze's method: an option beats another where the strongest path of pairwise wins to it is stronger than
 * the strongest path back; a path is as strong as its weakest link, a link as its winning votes. Options that a ballot
 * does not rank are last on it together. (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011; paths after Floyd and
 * Warshall.)
 */
export function countSchulze(options: readonly string[], ballots: readonly CountedBallot[]): SchulzeCount {
  const prefer = countPreferences(options, ballots);
  const paths = strengthenPaths(options, prefer);
  const beats = (one: string, other: string) => at(paths, one, other) > at(paths, other, one);
  const isVoid = ballots.every(({ picks }) => picks.length === 0);
  const winners = options.filter((one) => !options.some((other) => beats(other, one)));
  const pairs = options.flatMap((option) =>
    options
      .filter((over) => over !== option)
      .map((over) => ({
        option,
        over,
        votes: writeVotes(at(prefer, option, over)),
        path: writeVotes(at(paths, option, over)),
      })),
  );
  return { winners: isVoid ? [] : winners, pairs };
}

function countPreferences(options: readonly string[], ballots: readonly CountedBallot[]): Matrix {
  const matrix: Matrix = new Map(options.map((option) => [option, new Map<string, bigint>()]));
  for (const { picks, weight } of ballots) {
    const unranked = new Set(options);
    for (const { option } of picks) {
      unranked.delete(option);
      const row = matrix.get(option);
      const below = [...picks.slice(picks.findIndex((pick) => pick.option === option) + 1)];
      for (const { option: over } of below) row?.set(over, (row.get(over) ?? 0n) + weight);
    }
    for (const { option } of picks) {
      const row = matrix.get(option);
      for (const over of unranked) row?.set(over, (row.get(over) ?? 0n) + weight);
    }
  }
  return matrix;
}

function strengthenPaths(options: readonly string[], prefer: Matrix): Matrix {
  const paths: Matrix = new Map(options.map((option) => [option, new Map<string, bigint>()]));
  for (const one of options)
    for (const other of options)
      if (at(prefer, one, other) > at(prefer, other, one)) paths.get(one)?.set(other, at(prefer, one, other));
  for (const via of options)
    for (const one of options)
      for (const other of options) {
        if (via === one || via === other || one === other) continue;
        const first = at(paths, one, via);
        const second = at(paths, via, other);
        const detour = first < second ? first : second;
        if (detour > at(paths, one, other)) paths.get(one)?.set(other, detour);
      }
  return paths;
}

function at(matrix: Matrix, one: string, other: string): bigint {
  return matrix.get(one)?.get(other) ?? 0n;
}
