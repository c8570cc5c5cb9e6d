import type { DecideProposal, DecisionView, ProposalView } from '@roundtable/contracts';
import type { ActingPerson } from './acting-person.js';
import { AlreadyDecided, PollDecides } from './life.errors.js';
import { demandMove } from './proposal-life.js';

/** What a decision knows beside the proposal. */
export interface DecidingContext {
  person: ActingPerson;
  /** Name of whoever took the decision that stands; null where there is none, or nobody is named. */
  decider: string | null;
  /** Number of a poll under way that decides it. */
  poll: number | null;
  id: string;
  at: string;
  seq: number;
}

/**
 * Makes the decision of whoever conducts the meeting: by consensus found, or by a show of hands.
 * @throws RoleForbids, AlreadyDecided for the second of two at once, PollDecides, MoveNotPossible or StaleVersion
 */
export function decideProposal(
  proposal: ProposalView,
  { version, result, text, reason = null }: Pick<DecideProposal, 'version' | 'result' | 'text' | 'reason'>,
  { person, decider, poll, id, at, seq }: DecidingContext,
): DecisionView {
  if (proposal.decision && proposal.state === proposal.decision.result)
    throw new AlreadyDecided(proposal, proposal.decision, decider);
  if (poll !== null) throw new PollDecides(proposal, poll);
  demandMove(proposal, 'decide', { person, version, reason });
  return {
    id,
    proposal: proposal.id,
    text: text ?? proposal.title,
    result,
    ...(reason !== null && { reason }),
    decidedBy: person.participant,
    at,
    seq,
  };
}
