import type { ProposalEvent, TakenPosition } from './parsed-log.js';

/** The proposals of a topic at one moment, by the index of their events. */
export interface ProposalsAtHand {
  /** The one put last, unless a decision came after it. */
  open: number | undefined;
  underTopic: ReadonlyMap<number, ProposalEvent>;
}

/**
 * Tells which proposal each position of one line answers: the one whose number it names; all that are undecided for
 * `+1 to both`; one after the other for `+0.5, -1` where there are just as many; else the one open. Whoever agrees with
 * a person answers none.
 */
export function answerProposals(taken: TakenPosition[], atHand: ProposalsAtHand): TakenPosition[] {
  const { open, underTopic } = atHand;
  const undecided = [...underTopic.keys()].filter((index) => underTopic.get(index)?.decidedBy === undefined);
  const isList = taken.length > 1 && taken.every(({ number }) => number === undefined);
  if (isList) {
    if (undecided.length !== taken.length) return taken.slice(0, 1).map((position) => onto(position, open));
    return taken.map((position, place) => onto(position, undecided[place]));
  }
  return taken.flatMap((position) => {
    if (position.agreesWith !== undefined) return [position];
    if (position.forAll && undecided.length > 1) return undecided.map((index) => onto(position, index));
    return [onto(position, numbered(position.number, underTopic) ?? open)];
  });
}

function onto(position: TakenPosition, proposal: number | undefined): TakenPosition {
  return proposal === undefined ? position : { ...position, onProposal: proposal };
}

/** The latest under the topic that goes by the number; where none has a number, the one at that place. */
function numbered(
  number: string | undefined,
  underTopic: ReadonlyMap<number, ProposalEvent>,
): number | undefined {
  if (number === undefined) return undefined;
  const proposals = [...underTopic];
  const named = proposals.findLast(([, proposal]) => proposal.number?.toLowerCase() === number.toLowerCase());
  const someHaveNumbers = proposals.some(([, proposal]) => proposal.number !== undefined);
  return named?.[0] ?? (someHaveNumbers ? undefined : proposals[Number.parseInt(number, 10) - 1]?.[0]);
}
