import {
  LIMITS,
  type BallotPick,
  type ElectorAtClose,
  type ElectorView,
  type PollOutcome,
  type PollTally,
  type PollView,
  type RollCallEntry,
} from '@roundtable/contracts';
import { equalWeights, tally, type Turnout } from './tally.js';
import { ONE_VOTE, readVotes, sumVotes, writeVotes, type CountedBallot } from './votes.js';

type Counted = Pick<PollView, 'method' | 'options' | 'rules' | 'electors'>;

/** What is in the box of a secret poll when it is counted. */
export interface SecretCount {
  ballots: readonly (readonly BallotPick[])[];
  receipts: string[];
  /** Who has cast, while that is still known. */
  electors: ReadonlySet<string>;
}

/** Counts named ballots as they stand. */
export function tallyNamed(
  poll: Counted,
  ballots: readonly RollCallEntry[],
  present: ReadonlySet<string>,
): PollTally {
  const weightOf = new Map(poll.electors.map((elector) => [elector.id, weigh(elector)]));
  const counted = ballots.flatMap(({ elector, picks }): CountedBallot[] => {
    const weight = weightOf.get(elector);
    return weight === undefined ? [] : [{ picks, weight }];
  });
  const there = withThose(present, new Set(ballots.map(({ elector }) => elector)));
  return tally(poll, counted, turnoutOf(poll.electors, there));
}

/** The outcome of a named poll, with the roll call by elector. */
export function concludeNamed(
  poll: Counted,
  ballots: readonly RollCallEntry[],
  present: ReadonlySet<string>,
): PollOutcome {
  const cast = new Set(ballots.map(({ elector }) => elector));
  return {
    ...tallyNamed(poll, ballots, present),
    electorate: poll.electors.map((elector) => atClose(elector, present, cast)),
    rollCall: [...ballots],
    receipts: [],
  };
}

/**
 * The outcome of a secret poll: numbers and receipts, no ballots and no names. Of fewer than three ballots there are no
 * numbers either, for they would say how those few voted. How many cast a ballot and were gone by then says something of
 * who cast: it is counted only where a threshold asks for those present, and the verdict hangs on it.
 */
export function concludeSecret(
  poll: Counted,
  { ballots, receipts, electors }: SecretCount,
  present: ReadonlySet<string>,
): PollOutcome {
  const electorate = poll.electors.map((elector) => atClose(elector, present, null));
  const kept = { electorate, rollCall: [] };
  if (ballots.length < LIMITS.secretTurnout)
    return { ...withoutNumbers(turnoutOf(poll.electors, present)), ...kept, receipts: [] };
  const there = asksForPresent(poll) ? withThose(present, electors) : present;
  return { ...tally(poll, equalWeights(ballots), turnoutOf(poll.electors, there)), ...kept, receipts };
}

function asksForPresent({ rules }: Counted): boolean {
  return rules.thresholds.some(({ base }) => base === 'present');
}

/** Who voted and left before the count was there as well. */
function withThose(present: ReadonlySet<string>, cast: ReadonlySet<string>): Set<string> {
  return new Set([...present, ...cast]);
}

function turnoutOf(electors: readonly ElectorView[], present: ReadonlySet<string>): Turnout {
  const there = electors.filter(({ id }) => present.has(id));
  return {
    entitled: { weight: sumVotes(electors.map(weigh)), people: electors.length },
    present: { weight: sumVotes(there.map(weigh)), people: there.length },
  };
}

function withoutNumbers({ entitled, present }: Turnout): PollTally {
  const nothing = { cast: '0', valid: '0', abstentions: '0' };
  return {
    verdict: 'too_few',
    leaders: [],
    numbers: {
      entitled: writeVotes(entitled.weight),
      present: writeVotes(present.weight),
      ...nothing,
      people: { entitled: entitled.people, present: present.people, cast: 0 },
    },
    counts: [],
    quorum: null,
    thresholds: [],
    rounds: [],
    pairs: [],
  };
}

function atClose(
  elector: ElectorView,
  present: ReadonlySet<string>,
  cast: ReadonlySet<string> | null,
): ElectorAtClose {
  return { ...elector, wasPresent: present.has(elector.id), hasCast: cast?.has(elector.id) ?? null };
}

function weigh({ weight }: ElectorView): bigint {
  return readVotes(weight) ?? ONE_VOTE;
}
