import { Injectable } from '@nestjs/common';
import { MeetingInvitationsService, MeetingsRepository } from '@roundtable/meetings';
import { SAMPLE_MEETING, SampleFounding } from './sample-founding.js';
import { PRINTED_PEOPLE, SAMPLE_PEOPLE } from './sample-people.js';

/** Keeps a meeting to look at: open, lively, in three languages, with people and institutions that do not exist. */
@Injectable()
export class SampleMeeting {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly invitations: MeetingInvitationsService,
    private readonly founding: SampleFounding,
  ) {}

  /** Makes the sample on a database without meetings, and returns the lines that say how to get in. */
  async describe(): Promise<string[]> {
    if (!(await this.meetings.find(SAMPLE_MEETING))) {
      if (await this.meetings.hasAny()) return [];
      await this.founding.make();
    }
    const links = await this.links();
    if (links.length === 0) return [];
    return ['', 'A sample meeting is under way. Enter it as', ...links];
  }

  private async links(): Promise<string[]> {
    const people = await this.meetings.participants(SAMPLE_MEETING);
    const invitations = await this.invitations.list(SAMPLE_MEETING);
    return PRINTED_PEOPLE.flatMap((key) => {
      const name = SAMPLE_PEOPLE.find((person) => person.key === key)?.name;
      const participant = people.find((person) => person.name === name);
      const link = invitations.find((invitation) => invitation.participant === participant?.id)?.link;
      return link ? [`  ${key.padEnd(11)}${link}`] : [];
    });
  }
}
