import { Injectable } from '@nestjs/common';
import type {
  AddSources,
  CaptureProposal,
  ChangeProposal,
  ProposalView,
  WithdrawProposal,
} from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext } from '@roundtable/record';
import { Capture } from './capture.js';
import { ActingPersons } from './life/acting-persons.js';
import { LinkedParties } from './life/linked-parties.js';
import { changeProposal, withdrawProposal } from './proposal-changes.js';
import { ProposalReader } from './proposal-reader.js';
import { ProposalNotFound } from './proposals.errors.js';

/** Captures proposals from what was said, and changes and withdraws them. The rest of their life is its own. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly record: RecordService,
    private readonly reader: ProposalReader,
    private readonly draft: Capture,
    private readonly persons: ActingPersons,
    private readonly parties: LinkedParties,
  ) {}

  /** @throws SourceMissing, SourceWithdrawn, WordsMismatch or CaptureTooLong */
  capture(caller: Member, intent: CaptureProposal): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.capture',
      clientId: intent.clientId,
      intent: 'proposals.capture',
      payload: intent,
      decide: async (context) => {
        const proposal = await this.draft.make(context, intent, caller.membership);
        return [{ type: 'proposals.captured', data: { proposal } }];
      },
    });
  }

  /** @throws ProposalNotFound, ProposalStateForbids, NothingChanged, or what fixing sources refuses with */
  addSources(caller: Member, intent: AddSources): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.capture',
      clientId: intent.clientId,
      intent: 'proposals.add_sources',
      payload: intent,
      decide: async (context) => {
        const before = await this.load(context, intent.proposal);
        const proposal = await this.draft.extend(context, before, intent, caller.membership);
        return [{ type: 'proposals.sourced', data: { proposal, merged: null } }];
      },
    });
  }

  /** @throws ProposalNotFound, or what `changeProposal` and `LinkedParties` refuse with */
  change(caller: Member, intent: ChangeProposal): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.change',
      clientId: intent.clientId,
      intent: 'proposals.change',
      payload: intent,
      decide: async (context) => {
        const person = await this.persons.of(context, caller);
        const proposal = changeProposal(await this.load(context, intent.proposal), intent, person);
        await this.parties.demandKnown(context, caller.membership.meetingId, intent);
        return [{ type: 'proposals.changed', data: { proposal } }];
      },
    });
  }

  /** @throws ProposalNotFound, MoveNotPossible or NotSubmitter */
  withdraw(caller: Member, intent: WithdrawProposal): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.change',
      clientId: intent.clientId,
      intent: 'proposals.withdraw',
      payload: intent,
      decide: async (context) => {
        const { reason = null } = intent;
        const person = await this.persons.of(context, caller);
        const proposal = withdrawProposal(await this.load(context, intent.proposal), reason, person);
        return [{ type: 'proposals.withdrawn', data: { proposal, reason } }];
      },
    });
  }

  /** A fact is read by every audience and presented to each; it is made from what staff may see. */
  private async load({ tx, room }: DecisionContext, id: string): Promise<ProposalView> {
    const proposal = await this.reader.readOne(tx, room, { id }, 'staff');
    if (!proposal) throw new ProposalNotFound({ proposal: id });
    return proposal;
  }
}
