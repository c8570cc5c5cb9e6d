import { Injectable } from '@nestjs/common';
import type {
  AcceptAmendment,
  AmendmentView,
  DecideAmendment,
  RecommendOnAmendment,
  RegulateAmendments,
  SponsorAmendment,
  WithdrawAmendment,
} from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { ActingPersons } from '@roundtable/proposals';
import type { Appended, DecisionContext } from '@roundtable/record';
import { AmendedTexts } from './amended-texts.js';
import { AmendmentActs } from './amendment-acts.js';
import { AmendmentMissing, AmendmentUnchanged } from './amendments.errors.js';
import { AmendmentsRepository } from './amendments.repository.js';
import {
  acceptFriendly,
  changeSponsors,
  decideAmendment,
  recommendOn,
  withdrawAmendment,
  type DecidingContext,
} from './life/amendment-life.js';
import { NamedSponsors } from './named-sponsors.js';

/** The life of amendments between tabling and merging, under the room's lock. */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly acts: AmendmentActs,
    private readonly amendments: AmendmentsRepository,
    private readonly texts: AmendedTexts,
    private readonly persons: ActingPersons,
    private readonly sponsors: NamedSponsors,
  ) {}

  /** @throws AmendmentMissing, SponsorWithoutDelegation, or what `changeSponsors` refuses with */
  sponsor(caller: Member, intent: SponsorAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.sponsor', intent, async (context) => {
      const before = await this.load(context, intent.amendment);
      const sponsor = this.sponsors.as(intent.as, await this.persons.of(context, caller));
      const amendment = changeSponsors(before, { sponsor, joins: intent.joins }, context.at);
      return [{ type: 'amendments.sponsored', data: { amendment } }];
    });
  }

  /** @throws AmendmentMissing, or what `recommendOn` refuses with */
  recommend(caller: Member, intent: RecommendOnAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.recommend', intent, async (context) => {
      const { at } = context;
      const { advice, reason = null } = intent;
      const by = caller.membership.participantId;
      const before = await this.load(context, intent.amendment);
      const amendment = recommendOn(before, advice && { advice, reason, by, at }, at);
      return [{ type: 'amendments.recommended', data: { amendment } }];
    });
  }

  /** @throws AmendmentMissing, or what `acceptFriendly` refuses with */
  accept(caller: Member, intent: AcceptAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.accept', intent, async (context) => {
      const before = await this.load(context, intent.amendment);
      const person = await this.persons.of(context, caller);
      const amendment = acceptFriendly(before, person, await this.deciding(context, caller, before, intent));
      return [{ type: 'amendments.accepted', data: { amendment } }];
    });
  }

  /** @throws AmendmentMissing, or what `decideAmendment` refuses with */
  decide(caller: Member, intent: DecideAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.decide', intent, async (context) => {
      const before = await this.load(context, intent.amendment);
      const { result } = intent;
      const deciding = await this.deciding(context, caller, before, intent);
      const amendment = decideAmendment(before, { result, friendly: false }, deciding);
      return [{ type: `amendments.${result}`, data: { amendment } }];
    });
  }

  /** @throws AmendmentMissing, or what `withdrawAmendment` refuses with */
  withdraw(caller: Member, intent: WithdrawAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.withdraw', intent, async (context) => {
      const { reason = null } = intent;
      const person = await this.persons.of(context, caller);
      const before = await this.load(context, intent.amendment);
      const amendment = withdrawAmendment(before, person, context.at);
      return [{ type: 'amendments.withdrawn', data: { amendment, reason } }];
    });
  }

  /** @throws AmendedProposalMissing or AmendmentUnchanged */
  regulate(caller: Member, intent: RegulateAmendments): Promise<Appended> {
    return this.acts.append(caller, 'amendments.regulate', intent, async ({ tx, room, at }) => {
      const { id: proposal } = await this.texts.proposal(tx, room, intent.proposal);
      const before = await this.amendments.stopOf(tx, room, proposal);
      if (intent.stop === (before !== null))
        throw new AmendmentUnchanged(
          intent.stop ? 'New amendments are stopped already.' : 'New amendments are taken already.',
        );
      const { reason = null } = intent;
      const by = caller.membership.participantId;
      const stop = intent.stop ? { proposal, by, at, reason } : null;
      return [{ type: 'amendments.regulated', data: { proposal, stop, reason } }];
    });
  }

  private async load({ tx, room }: DecisionContext, id: string): Promise<AmendmentView> {
    const amendment = await this.amendments.find(tx, room, id);
    if (!amendment) throw new AmendmentMissing(id);
    return amendment;
  }

  private async deciding(
    { tx, room, at }: DecisionContext,
    caller: Member,
    amendment: AmendmentView,
    { revision, reason = null }: AcceptAmendment,
  ): Promise<DecidingContext> {
    return {
      proposal: await this.texts.proposal(tx, room, amendment.proposal),
      revision,
      reason,
      by: caller.membership.participantId,
      at,
      decider: await this.persons.nameOf(tx, caller, amendment.decision?.by ?? null),
    };
  }
}
