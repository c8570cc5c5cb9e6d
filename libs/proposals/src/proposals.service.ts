import { Inject, Injectable, Optional } from '@nestjs/common';
import type {
  AddSources,
  CaptureProposal,
  ChangeProposal,
  ProposalView,
  WithdrawProposal,
} from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';
import { Capture } from './capture.js';
import { ActingPersons } from './life/acting-persons.js';
import { LinkedParties } from './life/linked-parties.js';
import { changeProposal, withdrawProposal } from './proposal-changes.js';
import { ProposalReader } from './proposal-reader.js';
import { ProposalNotFound } from './proposals.errors.js';
import { SharedTexts } from './shared-texts.js';

/** Captures proposals from what was said, and changes and withdraws them. The rest of their life is its own. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly record: RecordService,
    private readonly reader: ProposalReader,
    private readonly draft: Capture,
    private readonly persons: ActingPersons,
    private readonly parties: LinkedParties,
    @Optional() @Inject(SharedTexts) private readonly texts: SharedTexts | null,
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

  /**
   * A text that several write together takes a new one in, so that neither puts the other's words back.
   * @throws ProposalNotFound, or what `changeProposal`, `LinkedParties` and `SharedTexts` refuse with
   */
  async change(caller: Member, intent: ChangeProposal): Promise<Appended> {
    let deliver = (): void => undefined;
    const appended = await this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.change',
      clientId: intent.clientId,
      intent: 'proposals.change',
      payload: intent,
      decide: async (context) => {
        const changed = await this.decideChange(context, caller, intent);
        ({ deliver } = changed);
        return changed.drafts;
      },
    });
    deliver();
    return appended;
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

  private async decideChange(
    context: DecisionContext,
    caller: Member,
    intent: ChangeProposal,
  ): Promise<{ drafts: Draft[]; deliver: () => void }> {
    const person = await this.persons.of(context, caller);
    const before = await this.load(context, intent.proposal);
    const proposal = changeProposal(before, intent, person);
    await this.parties.demandKnown(context, caller.membership.meetingId, intent);
    const membership = context.membership ?? caller.membership;
    const { id, text } = proposal;
    const replaced = { proposal: id, membership, before: before.text, text };
    const taken = text === before.text ? null : await this.texts?.replace(context, replaced);
    return {
      drafts: [{ type: 'proposals.changed', data: { proposal } }, ...(taken?.drafts ?? [])],
      deliver: taken?.deliver ?? (() => undefined),
    };
  }

  /** A fact is read by every audience and presented to each; it is made from what staff may see. */
  private async load({ tx, room }: DecisionContext, id: string): Promise<ProposalView> {
    const proposal = await this.reader.readOne(tx, room, { id }, 'staff');
    if (!proposal) throw new ProposalNotFound({ proposal: id });
    return proposal;
  }
}
