import type {
  DecisionView,
  Entry,
  FactType,
  PositionView,
  ProposalView,
  RoomSnapshot,
} from '@roundtable/contracts';
import { compareIds, replaceById } from './ordered-list.js';

/** Facts about proposals, positions on them and decisions. */
export type ProposalsFact = Extract<FactType, `proposals.${string}`>;
type Proposals = RoomSnapshot['proposals'];

/** Gives the proposals and decisions after the fact. */
export function reduceProposals(state: Proposals, entry: Entry<ProposalsFact>): Proposals {
  switch (entry.type) {
    case 'proposals.captured':
    case 'proposals.changed':
    case 'proposals.withdrawn':
    case 'proposals.moved':
    case 'proposals.sourced':
    case 'proposals.recommended':
      return { ...state, proposals: replaceById(state.proposals, entry.data.proposal, byNumber) };
    case 'proposals.positioned':
      return changeProposal(state, entry.data.proposal, (proposal) =>
        takePosition(proposal, entry.data.position),
      );
    case 'proposals.position_withdrawn':
      return changeProposal(state, entry.data.proposal, (proposal) => ({
        ...proposal,
        positions: proposal.positions.filter(({ participant }) => participant !== entry.data.participant),
      }));
    case 'proposals.decided':
      return decide(state, entry.data.decision);
  }
}

function takePosition(proposal: ProposalView, position: PositionView): ProposalView {
  const others = proposal.positions.filter((other) => other.participant !== position.participant);
  const positions = [...others, position].sort((a, b) => compareIds(a.participant, b.participant));
  return { ...proposal, positions };
}

/** The result of a decision becomes the state of the proposal that it was about. */
function decide(state: Proposals, decision: DecisionView): Proposals {
  const decisions = replaceById(state.decisions, decision, (a, b) => a.seq - b.seq || compareIds(a.id, b.id));
  const decided = { ...state, decisions };
  if (decision.proposal === null) return decided;
  return changeProposal(decided, decision.proposal, (proposal) => ({
    ...proposal,
    state: decision.result,
    decision,
  }));
}

function changeProposal(
  state: Proposals,
  id: string,
  change: (proposal: ProposalView) => ProposalView,
): Proposals {
  return {
    ...state,
    proposals: state.proposals.map((proposal) => (proposal.id === id ? change(proposal) : proposal)),
  };
}

function byNumber(a: ProposalView, b: ProposalView): number {
  return a.number - b.number || compareIds(a.id, b.id);
}
