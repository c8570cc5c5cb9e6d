import { Injectable } from '@nestjs/common';
import { findConflicts, type AmendmentView, type MergeAmendments } from '@roundtable/contracts';
import { AmendableDocuments, splitParagraphs, type FixedAmendment } from '@roundtable/documents';
import type { Member } from '@roundtable/platform';
import type { Appended, DecisionContext, Draft } from '@roundtable/record';
import { AmendedTexts, type AmendedText } from './amended-texts.js';
import { AmendmentActs } from './amendment-acts.js';
import { AmendmentMissing, AmendmentsInConflict, MergerWrong, ParagraphTyped } from './amendments.errors.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { demandMergeable } from './life/amendment-life.js';
import { applyAmendments, paragraphsAfter } from './text/apply-amendments.js';
import { placeInLive, settleMerger } from './text/merge-amendments.js';

/** A merger under way: what is there, and what is to be merged. */
interface Merger {
  newest: AmendedText;
  all: AmendmentView[];
  chosen: AmendmentView[];
}

/** Makes accepted amendments part of the text: the document, its next version and what becomes of the others, at once. */
@Injectable()
export class MergingService {
  constructor(
    private readonly acts: AmendmentActs,
    private readonly amendments: AmendmentsRepository,
    private readonly texts: AmendedTexts,
    private readonly documents: AmendableDocuments,
  ) {}

  /**
   * @throws AmendedProposalMissing, VersionNotNewest, AmendmentMissing, AmendmentStateForbids, AmendmentBehind,
   *   AmendmentsInConflict, ParagraphTyped, MergerWrong, or what the document refuses with
   */
  async merge(caller: Member, intent: MergeAmendments): Promise<Appended> {
    let deliver = (): void => undefined;
    const appended = await this.acts.append(caller, 'amendments.merge', intent, async (context) => {
      const merger = await this.prepare(context, intent);
      const { drafts, fixed } = await this.write(context, caller, intent, merger);
      ({ deliver } = fixed);
      return drafts;
    });
    deliver();
    return appended;
  }

  private async prepare({ tx, room }: DecisionContext, intent: MergeAmendments): Promise<Merger> {
    const proposal = await this.texts.proposal(tx, room, intent.proposal);
    const newest = await this.texts.demandNewest(tx, room, { proposal, version: intent.version });
    const all = await this.amendments.load(tx, room, proposal.id);
    if (new Set(intent.amendments).size < intent.amendments.length) throw new MergerWrong('twice');
    const chosen = intent.amendments.map((id) => {
      const found = all.find((each) => each.id === id);
      if (!found) throw new AmendmentMissing(id);
      demandMergeable(found);
      return found;
    });
    const conflicts = findConflicts(chosen);
    if (conflicts.length > 0) throw new AmendmentsInConflict(conflicts);
    return { newest, all, chosen: chosen.sort((one, other) => one.number - other.number) };
  }

  private async write(
    context: DecisionContext,
    caller: Member,
    { proposal, note = null }: MergeAmendments,
    { newest, all, chosen }: Merger,
  ): Promise<{ drafts: Draft[]; fixed: FixedAmendment }> {
    let merged: AmendmentView[] = [];
    const fixed = await this.documents.change(context, {
      proposal,
      membership: context.membership ?? caller.membership,
      note,
      decide: (live) => (merged = demandPlaced(chosen, newest.paragraphs, splitParagraphs(live))),
    });
    const { version, text } = fixed.after;
    const settled = settleMerger(all, {
      version: newest.paragraphs,
      live: splitParagraphs(fixed.live),
      merged,
      after: { version, paragraphs: splitParagraphs(text), at: context.at },
    });
    const drafts: Draft[] = [
      ...fixed.drafts,
      { type: 'amendments.merged', data: { proposal, version, amendments: settled.merged } },
    ];
    if (settled.carried.length > 0)
      drafts.push({ type: 'amendments.carried', data: { proposal, version, amendments: settled.carried } });
    return { drafts, fixed };
  }
}

/** The chosen amendments where they stand in the text as it is now. @throws ParagraphTyped or MergerWrong */
function demandPlaced(
  chosen: readonly AmendmentView[],
  version: readonly string[],
  live: readonly string[],
): AmendmentView[] {
  const placed = placeInLive(chosen, version, live);
  const behind = chosen.filter(({ id }) => !placed.some((each) => each.id === id));
  if (behind.length > 0) throw new ParagraphTyped(behind);
  if (paragraphsAfter(applyAmendments(live, placed)).length === 0) throw new MergerWrong('nothing_left');
  return placed;
}
