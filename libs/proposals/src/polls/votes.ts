import type { BallotPick } from '@roundtable/contracts';

/** Weights are counted in whole millionths, so that sums and comparisons are exact. */
export const ONE_VOTE = 1_000_000n;

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/** A ballot ready to be counted; its weight in millionths. */
export interface CountedBallot {
  picks: readonly BallotPick[];
  weight: bigint;
}

/** Reads a weight such as "2.5"; null for anything that is not a positive decimal number with at most six places. */
export function readVotes(text: string): bigint | null {
  const [, whole, places = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return null;
  const votes = BigInt(whole) * ONE_VOTE + BigInt(places.padEnd(6, '0'));
  return votes > 0n ? votes : null;
}

/** Writes millionths as a decimal number, without places that say nothing: "3", "2.5". */
export function writeVotes(votes: bigint): string {
  const whole = votes / ONE_VOTE;
  const places = (votes % ONE_VOTE).toString().padStart(6, '0').replace(/0+$/, '');
  return places === '' ? whole.toString() : `${whole}.${places}`;
}

/** What several weigh together. */
export function sumVotes(weights: readonly bigint[]): bigint {
  return weights.reduce((sum, weight) => sum + weight, 0n);
}

/** Whether a ballot picks nothing. */
export function isBlank({ picks }: Pick<CountedBallot, 'picks'>): boolean {
  return picks.length === 0;
}
