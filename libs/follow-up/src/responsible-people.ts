import { Injectable } from '@nestjs/common';
import type { FollowUpResponsible, FollowUpView, Membership } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import type { EntityManager } from 'typeorm';
import { NotResponsible, ResponsibleWrong } from './follow-up.errors.js';
import { mayPlan } from './follow-up.policy.js';

/** Says who can be responsible, and whether somebody is. */
@Injectable()
export class ResponsiblePeople {
  constructor(private readonly meetings: MeetingsRepository) {}

  /** Gives it with nothing but what its kind needs. @throws ResponsibleWrong */
  async settle(tx: EntityManager, meeting: string, wish: FollowUpResponsible): Promise<FollowUpResponsible> {
    const { kind, id, words } = wish;
    if (kind === 'words') {
      if (!words?.trim()) throw new ResponsibleWrong('Say in words who is responsible.');
      return { kind, id: null, words: words.trim() };
    }
    if (!id) throw new ResponsibleWrong(`Say which ${kind} is responsible.`);
    if (kind === 'participant') {
      const person = await this.meetings.findParticipant(meeting, id, tx);
      if (!person || person.removed)
        throw new ResponsibleWrong('There is no such participant in this meeting.');
      return { kind, id, words: null };
    }
    const delegations = await this.meetings.delegations(meeting, tx);
    if (!delegations.some((each) => each.id === id))
      throw new ResponsibleWrong('There is no such delegation in this meeting.');
    return { kind, id, words: null };
  }

  /** Lets those report who set follow-ups up, who is responsible, and whose delegation is. @throws NotResponsible */
  async demandReporter(tx: EntityManager, membership: Membership, followUp: FollowUpView): Promise<void> {
    if (mayPlan(membership)) return;
    const { participantId, meetingId } = membership;
    const { kind, id } = followUp.responsible;
    if (kind === 'participant' && id === participantId) return;
    if (kind === 'delegation') {
      const person = await this.meetings.findParticipant(meetingId, participantId, tx);
      if (person?.delegation === id) return;
    }
    throw new NotResponsible(followUp.id);
  }
}
