import { Injectable } from '@nestjs/common';
import { dayIn, type BeginFollowUp, type ChangeFollowUp, type FollowUpView } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import { newId, type Member } from '@roundtable/platform';
import { RecordReader, RoomNotFound, type Appended, type DecisionContext } from '@roundtable/record';
import { findAdopted } from './adopted-proposal.js';
import { FollowUpActs } from './follow-up-acts.js';
import { changedFields, demandDays, demandVersion } from './follow-up-life.js';
import { FollowUpExists, FollowUpMissing } from './follow-up.errors.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { ResponsiblePeople } from './responsible-people.js';

/** Sets follow-ups of adopted proposals up, and changes who is responsible and when it is due. Reports are their own. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly acts: FollowUpActs,
    private readonly followUps: FollowUpRepository,
    private readonly people: ResponsiblePeople,
    private readonly record: RecordReader,
    private readonly meetings: MeetingsRepository,
  ) {}

  /** @throws ProposalMissing, NotAdopted, FollowUpExists, ResponsibleWrong or DayWrong */
  begin(caller: Member, intent: BeginFollowUp): Promise<Appended> {
    return this.acts.append(caller, 'follow_up.begin', intent, async (context) => {
      const { tx, room, at } = context;
      const there = await this.followUps.findByProposal(tx, room, intent.proposal);
      if (there) throw new FollowUpExists(there);
      const adopted = findAdopted(await this.record.readSnapshot(tx, room, 'staff'), intent.proposal);
      const { meetingId, participantId } = caller.membership;
      const { zone, firstDay, today } = await this.calendarOf(meetingId, context);
      const { dueOn, reviewOn = null } = intent;
      demandDays({ dueOn, reviewOn }, { firstDay, today });
      const followUp: FollowUpView = {
        id: newId(),
        ...adopted,
        responsible: await this.people.settle(tx, meetingId, intent.responsible),
        dueOn,
        reviewOn,
        remindAt: reviewOn && (await this.followUps.morningOf(tx, reviewOn, zone)),
        state: 'planned',
        progress: 0,
        reason: null,
        updates: 0,
        latest: null,
        version: 1,
        createdBy: participantId,
        createdAt: at,
        changedAt: at,
      };
      return [{ type: 'follow_up.begun', data: { followUp } }];
    });
  }

  /** @throws FollowUpMissing, StaleFollowUp, FollowUpUnchanged, ResponsibleWrong or DayWrong */
  change(caller: Member, intent: ChangeFollowUp): Promise<Appended> {
    return this.acts.append(caller, 'follow_up.change', intent, async (context) => {
      const { tx, room, at } = context;
      const before = await this.followUps.find(tx, room, intent.followUp);
      if (!before) throw new FollowUpMissing(intent.followUp);
      demandVersion(before, intent.version);
      const { meetingId } = caller.membership;
      const { dueOn, reviewOn } = intent;
      const responsible = intent.responsible && (await this.people.settle(tx, meetingId, intent.responsible));
      const changed = changedFields(before, { responsible, dueOn, reviewOn });
      const { zone, firstDay, today } = await this.calendarOf(meetingId, context);
      demandDays(changed, { firstDay, today });
      const followUp = {
        ...before,
        ...changed,
        ...(changed.reviewOn !== undefined && {
          remindAt: changed.reviewOn && (await this.followUps.morningOf(tx, changed.reviewOn, zone)),
        }),
        version: before.version + 1,
        changedAt: at,
      };
      return [{ type: 'follow_up.changed', data: { followUp, reason: intent.reason ?? null } }];
    });
  }

  private async calendarOf(id: string, { tx, at }: DecisionContext) {
    const meeting = await this.meetings.find(id, tx);
    if (!meeting) throw new RoomNotFound();
    const { zone, startsAt } = meeting;
    return { zone, firstDay: dayIn(zone, new Date(startsAt)), today: dayIn(zone, new Date(at)) };
  }
}
