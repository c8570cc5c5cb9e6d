import { Injectable } from '@nestjs/common';
import type {
  CorrectFollowUp,
  FollowUpReport,
  FollowUpUpdate,
  ReportOnFollowUp,
} from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import type { Appended, DecisionContext } from '@roundtable/record';
import { ProofFilesRepository } from './files/proof-files.repository.js';
import { FollowUpActs } from './follow-up-acts.js';
import { addReport, correctUpdate, demandSound, demandVersion, noteCorrection } from './follow-up-life.js';
import { FollowUpMissing, ReportMissing } from './follow-up.errors.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { settleProofs } from './proofs.js';
import { ResponsiblePeople } from './responsible-people.js';

/** Takes the reports on follow-ups, each with its proofs, and corrections of one's own. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly acts: FollowUpActs,
    private readonly followUps: FollowUpRepository,
    private readonly files: ProofFilesRepository,
    private readonly people: ResponsiblePeople,
  ) {}

  /** @throws FollowUpMissing, StaleFollowUp, NotResponsible, ProgressWrong, DropReasonMissing, ProofWrong or TooManyReports */
  report(caller: Member, intent: ReportOnFollowUp): Promise<Appended> {
    return this.acts.append(caller, 'follow_up.report', intent, async (context) => {
      const before = await this.find(context, intent);
      await this.people.demandReporter(context.tx, caller.membership, before);
      const update: FollowUpUpdate = {
        id: newId(),
        followUp: before.id,
        ...(await this.reportOf(caller, context, intent)),
        by: caller.membership.participantId,
        at: context.at,
        earlier: [],
      };
      return [{ type: 'follow_up.reported', data: { followUp: addReport(before, update), update } }];
    });
  }

  /** @throws what `report` does but NotResponsible, ReportMissing, ReportOfAnother or FollowUpUnchanged */
  correct(caller: Member, intent: CorrectFollowUp): Promise<Appended> {
    return this.acts.append(caller, 'follow_up.correct', intent, async (context) => {
      const { tx, room, at } = context;
      const followUp = await this.find(context, intent);
      const before = await this.followUps.findUpdate(tx, room, followUp.id, intent.update);
      if (!before) throw new ReportMissing(intent.update);
      const report = await this.reportOf(caller, context, intent);
      const by = caller.membership.participantId;
      const update = correctUpdate(followUp, before, { report, by, at });
      return [
        { type: 'follow_up.corrected', data: { followUp: noteCorrection(followUp, update, at), update } },
      ];
    });
  }

  private async find({ tx, room }: DecisionContext, { followUp, version }: ReportOnFollowUp) {
    const found = await this.followUps.find(tx, room, followUp);
    if (!found) throw new FollowUpMissing(followUp);
    demandVersion(found, version);
    return found;
  }

  private async reportOf(
    { membership }: Member,
    { tx, room }: DecisionContext,
    { words, state, progress, reason = null, proofs }: ReportOnFollowUp,
  ): Promise<FollowUpReport> {
    demandSound({ state, progress, reason });
    const named = proofs.flatMap(({ file }) => (file ? [file] : []));
    const files = await this.files.usable(tx, room, { ids: named, by: membership.participantId });
    return { words, state, progress, reason, proofs: settleProofs(proofs, files) };
  }
}
