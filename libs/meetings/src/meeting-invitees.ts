import type { MeView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { InviteeDirectory } from '@roundtable/identity';
import { MeetingsRepository } from './meetings.repository.js';

/** Tells identity who the person behind an invitation is. */
@Injectable()
export class MeetingInvitees extends InviteeDirectory {
  constructor(private readonly meetings: MeetingsRepository) {
    super();
  }

  override async find(meeting: string, participant: string): Promise<MeView['participant']> {
    const person = await this.meetings.findParticipant(meeting, participant);
    if (!person || person.removed) return null;
    return { id: person.id, meeting, name: person.name, roles: person.roles };
  }
}
