import { Injectable } from '@nestjs/common';
import type { DecisionView, PollOutcome, PollView, ProposalState, ProposalView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import type { DecisionContext, Draft } from '@roundtable/record';
import { ProposalReader } from '../proposal-reader.js';
import { ProposalNotFound, ProposalStateForbids } from '../proposals.errors.js';
import { ProposalsRepository } from '../proposals.repository.js';

const DECIDABLE: readonly ProposalState[] = ['captured', 'submitted', 'admitted', 'under_discussion'];

/** What a poll does to the proposal it decides: it freezes the text while people vote, and its verdict is the result. */
@Injectable()
export class DecidedProposal {
  constructor(
    private readonly reader: ProposalReader,
    private readonly proposals: ProposalsRepository,
  ) {}

  /** @throws ProposalNotFound */
  async demand({ tx, room }: DecisionContext, id: string): Promise<ProposalView> {
    const proposal = await this.reader.readOne(tx, room, { id }, 'staff');
    if (!proposal) throw new ProposalNotFound({ proposal: id });
    return proposal;
  }

  /** At the start. @throws ProposalNotFound, or ProposalStateForbids where it is decided or being decided already */
  async freeze(context: DecisionContext, poll: PollView): Promise<{ state: string | null; drafts: Draft[] }> {
    if (!poll.isDecisive || poll.proposal === null) return { state: null, drafts: [] };
    const proposal = await this.demand(context, poll.proposal);
    const { tx, room } = context;
    // Put to the decision by hand, and no other poll decides it: this one may.
    if (
      proposal.state === 'deciding' &&
      (await this.proposals.findDecidingPoll(tx, room, proposal.id)) === null
    )
      return { state: proposal.state, drafts: [] };
    if (!DECIDABLE.includes(proposal.state)) throw new ProposalStateForbids(proposal);
    return { state: proposal.state, drafts: [changed(proposal, 'deciding')] };
  }

  /** Where the poll is cancelled, the proposal is what it was before. */
  async release(context: DecisionContext, poll: PollView): Promise<Draft[]> {
    if (!poll.isDecisive || poll.proposal === null || poll.proposalState === null) return [];
    const proposal = await this.demand(context, poll.proposal);
    if (proposal.state === poll.proposalState) return [];
    return [changed(proposal, poll.proposalState as ProposalState)];
  }

  /** When the result is published. `seq` is the number that the decision's entry gets. */
  async decide(context: DecisionContext, poll: PollView, seq: number): Promise<Draft[]> {
    if (!poll.isDecisive || poll.proposal === null || !poll.outcome) return [];
    const proposal = await this.demand(context, poll.proposal);
    const decision: DecisionView = {
      id: newId(),
      proposal: proposal.id,
      text: proposal.title,
      result: resultOf(poll.outcome),
      decidedBy: context.membership?.participantId ?? null,
      at: context.at,
      seq,
    };
    return [{ type: 'proposals.decided', data: { decision } }];
  }
}

function changed(proposal: ProposalView, state: ProposalState): Draft {
  return {
    type: 'proposals.changed',
    data: { proposal: { ...proposal, state, version: proposal.version + 1 } },
  };
}

/** Where nobody cast a ballot nothing was decided: a rejection would stand for good. */
function resultOf({ verdict, numbers }: PollOutcome): DecisionView['result'] {
  if (verdict === 'carried') return 'adopted';
  return verdict === 'not_carried' && numbers.people.cast > 0 ? 'rejected' : 'not_decided';
}
