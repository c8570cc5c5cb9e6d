import type {
  PollThreshold,
  Share,
  ShareRelation,
  ShareResult,
  ThresholdResult,
} from '@roundtable/contracts';
import { writeVotes } from './votes.js';

/** What percentages may be taken of, in millionths of a vote. */
export interface Bases {
  entitled: bigint;
  present: bigint;
  cast: bigint;
  /** Ballots that are not blank. */
  valid: bigint;
  abstentions: bigint;
}

/**
 * Says whether `part` of `whole` stands in the relation to the share. Compared by multiplying out, so that exactly 2/3
 * is 2/3. Of nothing, no share is reached, and none is exceeded.
 */
export function meetsShare(part: bigint, whole: bigint, relation: ShareRelation, share: Share): boolean {
  const left = part * BigInt(share.denominator);
  const right = whole * BigInt(share.numerator);
  switch (relation) {
    case 'more_than':
      return whole > 0n && left > right;
    case 'at_least':
      return whole > 0n && left >= right;
    case 'at_most':
      return left <= right;
  }
}

/** Measures one threshold against the votes of its option. */
export function measureThreshold(threshold: PollThreshold, votes: bigint, bases: Bases): ThresholdResult {
  const of = baseOf(threshold, bases);
  const isMet = meetsShare(votes, of, threshold.relation, threshold.share);
  return { ...threshold, measured: writeVotes(votes), of: writeVotes(of), isMet };
}

/** Measures who cast a ballot against the quorum; null where none is asked. */
export function measureQuorum(quorum: Share | null, { cast, entitled }: Bases): ShareResult | null {
  if (!quorum) return null;
  const isMet = meetsShare(cast, entitled, 'at_least', quorum);
  return { measured: writeVotes(cast), of: writeVotes(entitled), isMet };
}

function baseOf({ base, countsAbstentions }: PollThreshold, bases: Bases): bigint {
  const isCounted = countsAbstentions || base === 'present' || base === 'entitled';
  return isCounted ? bases[base] : bases[base] - bases.abstentions;
}
