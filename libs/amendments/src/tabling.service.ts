import { Injectable } from '@nestjs/common';
import {
  LIMITS,
  type AmendmentView,
  type ProposalView,
  type RebaseAmendment,
  type TableAmendment,
} from '@roundtable/contracts';
import { AmendableDocuments } from '@roundtable/documents';
import { newId, type Member } from '@roundtable/platform';
import { ActingPersons } from '@roundtable/proposals';
import type { Appended, DecisionContext } from '@roundtable/record';
import { AmendedTexts } from './amended-texts.js';
import { AmendmentActs } from './amendment-acts.js';
import { AmendmentMissing, AmendmentsStopped, TooManyAmendments } from './amendments.errors.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { demandAmendable, demandRebasable, isOpen } from './life/amendment-life.js';
import { fitWords } from './life/fit-words.js';
import { NamedSponsors } from './named-sponsors.js';

/** Tables amendments on the newest version of a text, and brings them up to date with it. */
@Injectable()
export class TablingService {
  constructor(
    private readonly acts: AmendmentActs,
    private readonly amendments: AmendmentsRepository,
    private readonly texts: AmendedTexts,
    private readonly documents: AmendableDocuments,
    private readonly persons: ActingPersons,
    private readonly sponsors: NamedSponsors,
  ) {}

  /**
   * @throws AmendedProposalMissing, ProposalNotAmendable, AmendmentsStopped, VersionNotNewest, TextNotNamed, TextNotSame,
   *   TooManyAmendments, SponsorsWrong, or what `fitWords` refuses with
   */
  table(caller: Member, intent: TableAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.table', intent, async (context) => {
      const { tx, room } = context;
      const { participantId: by, meetingId } = caller.membership;
      const proposal = await this.texts.proposal(tx, room, intent.proposal);
      demandAmendable(proposal);
      const number = await this.nextNumber(context, proposal, by);
      const { version, sha256 = null } = intent;
      const newest = await this.texts.demandRead(tx, room, { proposal, version, sha256 });
      const change = fitWords(intent, newest.paragraphs);
      const person = await this.persons.of(context, caller);
      const sponsors = await this.sponsors.of(tx, meetingId, { person, named: intent.sponsors });
      const first =
        newest.version === 0
          ? await this.documents.fixFirst(context, { proposal: proposal.id, text: newest.text, by })
          : null;
      const amendment: AmendmentView = {
        ...firstWording(context, proposal, { number, by }),
        ...change,
        version: first?.after.version ?? newest.version,
        reason: intent.reason ?? null,
        sponsors,
      };
      return [...(first?.drafts ?? []), { type: 'amendments.tabled', data: { amendment } }];
    });
  }

  /** @throws AmendmentMissing, VersionNotNewest, or what `demandRebasable` and `fitWords` refuse with */
  rebase(caller: Member, intent: RebaseAmendment): Promise<Appended> {
    return this.acts.append(caller, 'amendments.rebase', intent, async (context) => {
      const { tx, room, at } = context;
      const before = await this.amendments.find(tx, room, intent.amendment);
      if (!before) throw new AmendmentMissing(intent.amendment);
      const proposal = await this.texts.proposal(tx, room, before.proposal);
      const person = await this.persons.of(context, caller);
      demandRebasable(before, proposal, { person, revision: intent.revision });
      const newest = await this.texts.demandNewest(tx, room, { proposal, version: intent.version });
      const amendment: AmendmentView = {
        ...before,
        ...fitWords(intent, newest.paragraphs),
        version: newest.version,
        state: 'tabled',
        revision: before.revision + 1,
        needs: null,
        decision: null,
        recommendation: null,
        changedAt: at,
      };
      const { version, paragraph, kind, text } = before;
      return [
        { type: 'amendments.rebased', data: { amendment, before: { version, paragraph, kind, text } } },
      ];
    });
  }

  private async nextNumber({ tx, room }: DecisionContext, { id }: ProposalView, by: string): Promise<number> {
    const stop = await this.amendments.stopOf(tx, room, id);
    if (stop) throw new AmendmentsStopped(stop);
    const there = await this.amendments.load(tx, room, id);
    const own = there.filter((each) => each.tabledBy === by && isOpen(each));
    if (own.length >= LIMITS.openAmendmentsPerPerson) throw new TooManyAmendments();
    return (there.at(-1)?.number ?? 0) + 1;
  }
}

function firstWording(
  { at }: DecisionContext,
  { id, number: ofProposal, life }: ProposalView,
  { number, by }: { number: number; by: string },
): Omit<AmendmentView, 'kind' | 'paragraph' | 'was' | 'text' | 'version' | 'reason' | 'sponsors'> {
  const admittedAs = life?.admittedAs ?? null;
  const lead = admittedAs === null ? String(ofProposal) : `P-${admittedAs}`;
  return {
    id: newId(),
    proposal: id,
    number,
    label: `${lead}-A${number}`,
    state: 'tabled',
    revision: 1,
    needs: null,
    recommendation: null,
    decision: null,
    mergedIn: null,
    stands: [],
    promotedTo: null,
    tabledBy: by,
    tabledAt: at,
    changedAt: at,
  };
}
