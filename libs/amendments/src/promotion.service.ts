import { Injectable } from '@nestjs/common';
import { LIMITS, type AmendmentView, type PromoteAmendment } from '@roundtable/contracts';
import { changeText } from '@roundtable/documents';
import type { Member } from '@roundtable/platform';
import { ActingPersons, DerivedProposals } from '@roundtable/proposals';
import type { Appended, DecisionContext } from '@roundtable/record';
import { AmendedTexts } from './amended-texts.js';
import { AmendmentActs } from './amendment-acts.js';
import { AmendmentMissing, PromotionTooLong } from './amendments.errors.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { demandPromotable } from './life/amendment-life.js';

/** Lets the lead sponsor of a rejected amendment make a proposal of its own of it; each names the other. */
@Injectable()
export class PromotionService {
  constructor(
    private readonly acts: AmendmentActs,
    private readonly amendments: AmendmentsRepository,
    private readonly texts: AmendedTexts,
    private readonly persons: ActingPersons,
    private readonly proposals: DerivedProposals,
  ) {}

  /** @throws AmendmentMissing, PromotionTooLong, or what `demandPromotable` refuses with */
  promote(caller: Member, intent: PromoteAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.promote', intent, async (context) => {
      const { tx, room, at } = context;
      const before = await this.amendments.find(tx, room, intent.amendment);
      if (!before) throw new AmendmentMissing(intent.amendment);
      demandPromotable(before, await this.persons.of(context, caller), intent.revision);
      const text = intent.text ?? (await this.wholeText(context, before));
      if (text.length > LIMITS.proposalTextLength) throw new PromotionTooLong(text.length);
      const proposal = await this.proposals.make(context, {
        title: intent.title ?? null,
        text,
        submitters: before.sponsors,
        from: before.proposal,
        by: caller.membership.participantId,
      });
      const amendment = { ...before, promotedTo: proposal.id, changedAt: at };
      return [
        { type: 'proposals.captured', data: { proposal } },
        { type: 'amendments.promoted', data: { amendment } },
      ];
    });
  }

  /** The version it stands on, as the amendment would have it. */
  private async wholeText({ tx, room }: DecisionContext, amendment: AmendmentView): Promise<string> {
    const { proposal, version } = amendment;
    const { text } = await this.texts.at(tx, room, { proposal, version });
    return changeText(text, [amendment]);
  }
}
