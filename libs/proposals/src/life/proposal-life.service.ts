import { Injectable } from '@nestjs/common';
import type {
  DecideProposal,
  MergeProposal,
  MoveProposal,
  Permission,
  ProposalView,
  RecommendOnProposal,
} from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';
import { ProposalReader } from '../proposal-reader.js';
import { NothingChanged, ProposalNotFound } from '../proposals.errors.js';
import { ProposalsRepository } from '../proposals.repository.js';
import { ActingPersons } from './acting-persons.js';
import { decideProposal } from './decide-proposal.js';
import { PollDecides } from './life.errors.js';
import { giveBack, mergeProposals } from './merge-proposals.js';
import { lifeOf, moveProposal } from './proposal-life.js';
import { recommend } from './recommend.js';

/** The life of proposals under the room's lock: every step is an entry with who took it and why. */
@Injectable()
export class ProposalLifeService {
  constructor(
    private readonly record: RecordService,
    private readonly reader: ProposalReader,
    private readonly repository: ProposalsRepository,
    private readonly persons: ActingPersons,
  ) {}

  /** @throws ProposalNotFound, PollDecides, or what `moveProposal` refuses with */
  move(caller: Member, intent: MoveProposal): Promise<Appended> {
    return this.append(caller, 'proposals.move', 'proposals.change', intent, async (context) => {
      const proposal = await this.load(context, intent.proposal);
      const { tx, room, at } = context;
      const person = await this.persons.of(context, caller);
      const nextAdmission = await this.repository.nextAdmission(tx, room);
      const moved = moveProposal(proposal, intent, { person, nextAdmission, at });
      if (intent.act === 'discuss') await this.demandNoPoll(context, proposal);
      const { act, reason = null } = intent;
      const step: Draft = {
        type: 'proposals.moved',
        data: { proposal: moved, act, from: proposal.state, reason },
      };
      return [step, ...(act === 'reopen' ? await this.takeOut(context, proposal) : [])];
    });
  }

  /** @throws ProposalNotFound, or what `decideProposal` refuses with */
  decide(caller: Member, intent: DecideProposal): Promise<Appended> {
    return this.append(caller, 'proposals.decide', 'proposals.conduct', intent, async (context) => {
      const { tx, room, at, nextSeq: seq } = context;
      const proposal = await this.load(context, intent.proposal);
      const person = await this.persons.of(context, caller);
      const decider = await this.persons.nameOf(tx, caller, proposal.decision?.decidedBy ?? null);
      const poll = await this.repository.findDecidingPoll(tx, room, proposal.id);
      const decision = decideProposal(proposal, intent, { person, decider, poll, id: newId(), at, seq });
      return [{ type: 'proposals.decided', data: { decision } }];
    });
  }

  /** @throws ProposalNotFound for either side, or what `mergeProposals` refuses with */
  merge(caller: Member, intent: MergeProposal): Promise<Appended> {
    return this.append(caller, 'proposals.merge', 'proposals.capture', intent, async (context) => {
      const proposal = await this.load(context, intent.proposal);
      const target = await this.load(context, intent.into);
      const person = await this.persons.of(context, caller);
      const { version, reason = null } = intent;
      const { merged, into } = mergeProposals(proposal, target, { person, version, reason });
      return [
        { type: 'proposals.moved', data: { proposal: merged, act: 'merge', from: proposal.state, reason } },
        { type: 'proposals.sourced', data: { proposal: into, merged: merged.id } },
      ];
    });
  }

  /** @throws ProposalNotFound, ProposalStateForbids or NothingChanged */
  recommend(caller: Member, intent: RecommendOnProposal): Promise<Appended> {
    return this.append(caller, 'proposals.recommend', 'proposals.recommend', intent, async (context) => {
      const by = caller.membership.participantId;
      const { advice, reason = null, proposal: id } = intent;
      const before = await this.load(context, id);
      const proposal = recommend(before, advice && { advice, reason, by, at: context.at });
      if (proposal === null) throw new NothingChanged(before);
      return [{ type: 'proposals.recommended', data: { proposal } }];
    });
  }

  /** What came from a merged proposal leaves the one that took it in, where that can still be changed. */
  private async takeOut({ tx, room }: DecisionContext, proposal: ProposalView): Promise<Draft[]> {
    const { mergedInto } = lifeOf(proposal);
    if (mergedInto === null) return [];
    const into = await this.reader.readOne(tx, room, { id: mergedInto }, 'staff');
    const without = into && giveBack(into, proposal.id);
    return without ? [{ type: 'proposals.sourced', data: { proposal: without, merged: proposal.id } }] : [];
  }

  private async demandNoPoll({ tx, room }: DecisionContext, proposal: ProposalView): Promise<void> {
    const poll = await this.repository.findDecidingPoll(tx, room, proposal.id);
    if (poll !== null) throw new PollDecides(proposal, poll);
  }

  /** Who may take which step depends on the proposal as well: the rules ask for that under the lock. */
  private append(
    caller: Member,
    name: string,
    permission: Permission,
    intent: MoveProposal | DecideProposal | MergeProposal | RecommendOnProposal,
    decide: (context: DecisionContext) => Promise<Draft[]>,
  ): Promise<Appended> {
    const { room, clientId } = intent;
    return this.record.append({
      room,
      caller,
      permission,
      clientId,
      intent: name,
      payload: intent,
      decide,
    });
  }

  private async load({ tx, room }: DecisionContext, id: string): Promise<ProposalView> {
    const proposal = await this.reader.readOne(tx, room, { id }, 'staff');
    if (!proposal) throw new ProposalNotFound({ proposal: id });
    return proposal;
  }
}
