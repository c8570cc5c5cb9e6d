import type { Attendance } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { newId, type Member } from '@roundtable/platform';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryActs } from './plenary-acts.js';

/** Notes on the record whether somebody takes part on site or remotely. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly acts: PlenaryActs,
  ) {}

  /** Notes it where it differs. Whoever enters after the meeting has closed comes to read, which is no attendance. */
  async note(member: Member, attendance: Attendance): Promise<void> {
    const { meetingId, participantId } = member.membership;
    const now = await this.meetings.findParticipant(meetingId, participantId);
    if (now?.attendance === attendance || isOver(member)) return;
    await this.acts.perform(member, {
      intent: 'meetings.enter',
      permission: 'meetings.enter_lobby',
      payload: { clientId: newId() },
      decide: async ({ tx, membership }) => {
        const person = await this.meetings.findParticipant(meetingId, participantId, tx);
        if (!person || person.attendance === attendance) return [];
        if (!membership || isOver({ ...member, membership })) return [];
        return [{ type: 'meetings.participant_changed', data: { participant: { ...person, attendance } } }];
      },
    });
  }
}

function isOver({ membership }: Member): boolean {
  return membership.meetingState === 'closed' || membership.meetingState === 'published';
}
