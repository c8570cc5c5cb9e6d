import type {
  BallotPick,
  OptionCount,
  PollMethod,
  PollNumbers,
  PollOption,
  PollRules,
  PollTally,
  PollVerdict,
  ThresholdResult,
} from '@roundtable/contracts';
import { countRunoff } from './instant-runoff.js';
import { ballotForm, thresholdsInForce } from './poll-options.js';
import { countSchulze } from './schulze.js';
import { measureQuorum, measureThreshold, type Bases } from './thresholds.js';
import { isBlank, ONE_VOTE, sumVotes, writeVotes, type CountedBallot } from './votes.js';

/** What a count needs to know of a poll. */
export interface CountedPoll {
  method: PollMethod;
  options: readonly PollOption[];
  rules: Pick<PollRules, 'quorum' | 'thresholds'>;
}

/** How many have a vote, and how many of them are there or were when they voted, by weight and by head. */
export interface Turnout {
  entitled: { weight: bigint; people: number };
  present: { weight: bigint; people: number };
}

interface Leading {
  leaders: string[];
  /** What thresholds are measured on: in an instant runoff the last round. */
  votesOf: Map<string, bigint>;
  rounds: PollTally['rounds'];
  pairs: PollTally['pairs'];
}

/** Counts the ballots of a poll. The order of the ballots changes nothing. */
export function tally(poll: CountedPoll, ballots: readonly CountedBallot[], turnout: Turnout): PollTally {
  const bases = measureBases(poll.options, ballots, turnout);
  const counts = countOptions(poll, ballots);
  const leading = findLeading(poll, ballots, counts);
  const quorum = measureQuorum(poll.rules.quorum, bases);
  const thresholds = thresholdsInForce(poll.method, poll.rules.thresholds).map((threshold) =>
    measureThreshold(threshold, votesFor(threshold.option, poll.options, leading), bases),
  );
  const isSupported = isAnybodyFor(poll.options, counts);
  const verdict = quorum?.isMet === false ? 'no_quorum' : judge(poll, { leading, thresholds, isSupported });
  return {
    verdict,
    leaders: leading.leaders,
    numbers: writeNumbers(bases, turnout, ballots.length),
    counts: counts.map(({ votes, ...count }) => ({ ...count, votes: writeVotes(votes) })),
    quorum,
    thresholds,
    rounds: leading.rounds,
    pairs: leading.pairs,
  };
}

type Count = Omit<OptionCount, 'votes'> & { votes: bigint };

function measureBases(
  options: readonly PollOption[],
  ballots: readonly CountedBallot[],
  { entitled, present }: Turnout,
): Bases {
  const abstaining = new Set(options.filter(({ meaning }) => meaning === 'abstain').map(({ id }) => id));
  const cast = weigh(ballots);
  return {
    entitled: entitled.weight,
    // Of a secret ballot it is not always told who voted and left: then at least as many as voted were there.
    present: present.weight < cast ? cast : present.weight,
    cast,
    valid: weigh(ballots.filter((ballot) => !isBlank(ballot))),
    abstentions: weigh(ballots.filter(({ picks }) => picks.some(({ option }) => abstaining.has(option)))),
  };
}

function countOptions({ method, options }: CountedPoll, ballots: readonly CountedBallot[]): Count[] {
  const form = ballotForm(method);
  return options.map(({ id }) => {
    const picked = ballots.flatMap(({ picks, weight }) => {
      const counted = form === 'ranking' ? picks.slice(0, 1) : picks;
      const pick = counted.find(({ option }) => option === id);
      return pick ? [valueOf(pick) * weight] : [];
    });
    return { option: id, votes: sumVotes(picked), ballots: picked.length };
  });
}

function valueOf({ points }: BallotPick): bigint {
  return points === null ? 1n : BigInt(points);
}

function findLeading(
  { method, options }: CountedPoll,
  ballots: readonly CountedBallot[],
  counts: Count[],
): Leading {
  const ids = options.map(({ id }) => id);
  const first = new Map(counts.map(({ option, votes }) => [option, votes]));
  if (method === 'ranked_schulze') {
    const { winners, pairs } = countSchulze(ids, ballots);
    return { leaders: winners, votesOf: first, rounds: [], pairs };
  }
  if (method === 'ranked_irv') {
    const { winners, rounds } = countRunoff(ids, ballots);
    const last = rounds.at(-1)?.counts ?? [];
    const votesOf = new Map(last.map(({ option }) => [option, lastVotes(option, last, ballots)]));
    return { leaders: winners, votesOf, rounds, pairs: [] };
  }
  const abstaining = new Set(options.filter(({ meaning }) => meaning === 'abstain').map(({ id }) => id));
  const deciding = counts.filter(({ option }) => !abstaining.has(option));
  const most = deciding.reduce((high, { votes }) => (votes > high ? votes : high), 0n);
  const leaders = deciding.filter(({ votes }) => most > 0n && votes === most).map(({ option }) => option);
  return { leaders, votesOf: first, rounds: [], pairs: [] };
}

/** Votes of an option among those of the last round. */
function lastVotes(option: string, last: readonly OptionCount[], ballots: readonly CountedBallot[]): bigint {
  const remaining = new Set(last.map((count) => count.option));
  const counted = ballots.filter(
    ({ picks }) => picks.find((pick) => remaining.has(pick.option))?.option === option,
  );
  return weigh(counted);
}

/**
 * Votes that a threshold is measured on. Where options have a meaning, what leads may be the noes: then those in favour
 * are measured together. Only polls from before `checkRules` refused that ask so.
 */
function votesFor(
  option: string | null,
  options: readonly PollOption[],
  { leaders, votesOf }: Leading,
): bigint {
  const favourable = findFavourable(options);
  const leading = favourable.length > 0 ? favourable : leaders.slice(0, 1);
  const measured = option === null ? leading : [option];
  return sumVotes(measured.map((one) => votesOf.get(one) ?? 0n));
}

/** Nobody's silence carries anything: where options have a meaning, somebody must be for it. */
function isAnybodyFor(options: readonly PollOption[], counts: readonly Count[]): boolean {
  const favourable = findFavourable(options);
  return (
    favourable.length === 0 || counts.some(({ option, votes }) => votes > 0n && favourable.includes(option))
  );
}

function findFavourable(options: readonly PollOption[]): string[] {
  return options.filter(({ meaning }) => meaning === 'for').map(({ id }) => id);
}

function judge(
  { method, options, rules }: CountedPoll,
  count: { leading: Leading; thresholds: ThresholdResult[]; isSupported: boolean },
): PollVerdict {
  const { leading, thresholds, isSupported } = count;
  const isTied = leading.leaders.length > 1;
  const isChoice = options.every(({ meaning }) => meaning === null);
  if (thresholds.length === 0) {
    if (!isChoice) return 'reading';
    return isTied ? 'tied' : leading.leaders.length === 1 ? 'chosen' : 'not_carried';
  }
  if (isTied && isChoice) return 'tied';
  if (isSupported && thresholds.every(({ isMet }) => isMet)) return 'carried';
  return isTied && method === 'yes_no_abstain' && rules.thresholds.length === 0 ? 'tied' : 'not_carried';
}

function writeNumbers(bases: Bases, { entitled, present }: Turnout, cast: number): PollNumbers {
  return {
    entitled: writeVotes(bases.entitled),
    present: writeVotes(bases.present),
    cast: writeVotes(bases.cast),
    valid: writeVotes(bases.valid),
    abstentions: writeVotes(bases.abstentions),
    people: { entitled: entitled.people, present: Math.max(present.people, cast), cast },
  };
}

function weigh(ballots: readonly CountedBallot[]): bigint {
  return sumVotes(ballots.map(({ weight }) => weight));
}

/** A count of one vote each, for polls whose ballots all weigh alike. */
export function equalWeights(ballots: readonly (readonly BallotPick[])[]): CountedBallot[] {
  return ballots.map((picks) => ({ picks, weight: ONE_VOTE }));
}
