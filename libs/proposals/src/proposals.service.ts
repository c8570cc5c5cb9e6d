import { Injectable } from '@nestjs/common';
import type { CaptureProposal, ChangeProposal, ProposalView, WithdrawProposal } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext } from '@roundtable/record';
import { Capture } from './capture.js';
import { changeProposal, withdrawProposal } from './proposal-changes.js';
import { ProposalReader } from './proposal-reader.js';
import { ProposalNotFound } from './proposals.errors.js';

/** Captures proposals from what was said, and changes them. Decisions and positions are not made here yet. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly record: RecordService,
    private readonly reader: ProposalReader,
    private readonly draft: Capture,
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

  /** @throws ProposalNotFound, ProposalStateForbids, StaleVersion or NothingChanged */
  change(caller: Member, intent: ChangeProposal): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.change',
      clientId: intent.clientId,
      intent: 'proposals.change',
      payload: intent,
      decide: async (context) => {
        const proposal = changeProposal(await this.load(context, intent.proposal), intent);
        return [{ type: 'proposals.changed', data: { proposal } }];
      },
    });
  }

  /** @throws ProposalNotFound or ProposalStateForbids */
  withdraw(caller: Member, intent: WithdrawProposal): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.change',
      clientId: intent.clientId,
      intent: 'proposals.withdraw',
      payload: intent,
      decide: async (context) => {
        const proposal = withdrawProposal(await this.load(context, intent.proposal));
        return [{ type: 'proposals.withdrawn', data: { proposal, reason: intent.reason ?? null } }];
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
