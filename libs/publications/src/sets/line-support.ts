import type {
  LineSupport,
  ParticipantView,
  PollSupport,
  PollView,
  PositionView,
  ProposalView,
} from '@roundtable/contracts';

/** What support is counted from. */
export interface SupportBasis {
  polls: readonly PollView[];
  people: readonly ParticipantView[];
}

/** Counts who stands behind a proposal: people and delegations by their positions, and the last poll published on it. */
export function countSupport({ id, positions }: ProposalView, { polls, people }: SupportBasis): LineSupport {
  const delegationOf = new Map(people.map((person) => [person.id, person.delegation]));
  const byDelegation = groupValues(positions, delegationOf);
  const delegationsWhere = (holds: (value: number) => boolean) =>
    [...byDelegation].flatMap(([delegation, values]) => (values.every(holds) ? [delegation] : [])).sort();
  return {
    for: positions.filter(({ value }) => value > 0).length,
    neutral: positions.filter(({ value }) => value === 0).length,
    against: positions.filter(({ value }) => value < 0).length,
    delegationsFor: delegationsWhere((value) => value > 0),
    delegationsAgainst: delegationsWhere((value) => value < 0),
    poll: lastPoll(polls, id),
  };
}

function groupValues(
  positions: readonly PositionView[],
  delegationOf: ReadonlyMap<string, string | null>,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { participant, value } of positions) {
    const delegation = delegationOf.get(participant);
    if (delegation) groups.set(delegation, [...(groups.get(delegation) ?? []), value]);
  }
  return groups;
}

/** Only what is published counts: what staff alone may see of a closed poll is not said in the set. */
function lastPoll(polls: readonly PollView[], proposal: string): PollSupport | null {
  const poll = polls.filter((each) => each.proposal === proposal && each.state === 'published').at(-1);
  if (!poll?.outcome) return null;
  const { verdict } = poll.outcome;
  return { poll: poll.id, number: poll.number, verdict, votes: votesByMeaning(poll) };
}

/** Null where the poll kept no numbers, or its options are alternatives. */
function votesByMeaning({ outcome, options }: PollView): PollSupport['votes'] {
  if (!outcome || outcome.verdict === 'too_few') return null;
  const sum = (...meanings: (string | null)[]) => {
    const ids = options.filter(({ meaning }) => meanings.includes(meaning)).map(({ id }) => id);
    return addDecimals(outcome.counts.filter(({ option }) => ids.includes(option)).map(({ votes }) => votes));
  };
  if (!options.some(({ meaning }) => meaning === 'for')) return null;
  return { for: sum('for'), against: sum('against', 'block'), abstain: sum('abstain') };
}

const PLACES = 6;

/** Adds weights exactly: they have six decimal places at most. */
function addDecimals(numbers: readonly string[]): string {
  const scaled = numbers.reduce((sum, number) => {
    const [whole = '0', part = ''] = number.split('.');
    return sum + BigInt(whole + part.slice(0, PLACES).padEnd(PLACES, '0'));
  }, 0n);
  const digits = String(scaled).padStart(PLACES + 1, '0');
  const part = digits.slice(-PLACES).replace(/0+$/, '');
  return part ? `${digits.slice(0, -PLACES)}.${part}` : digits.slice(0, -PLACES);
}
