import { Injectable } from '@nestjs/common';
import { MeetingsRepository } from '@roundtable/meetings';
import type { DecisionContext } from '@roundtable/record';
import { NotInMeeting, SpeakerRemoved } from './discussion.errors.js';

/** Checks the people whom a message mentions or a statement is ascribed to. */
@Injectable()
export class PeopleNamed {
  constructor(private readonly meetings: MeetingsRepository) {}

  /** Those who left may be mentioned: their words are still spoken of. @throws NotInMeeting */
  async demandMentioned(context: DecisionContext, mentions: string[]): Promise<void> {
    const strangers: string[] = [];
    for (const id of mentions) if (!(await this.find(context, id))) strangers.push(id);
    if (strangers.length > 0) throw new NotInMeeting('mentions', strangers);
  }

  /** @throws NotInMeeting or SpeakerRemoved */
  async demandSpeaker(context: DecisionContext, speaker: string): Promise<void> {
    const participant = await this.find(context, speaker);
    if (!participant) throw new NotInMeeting('speaker', [speaker]);
    if (participant.removed) throw new SpeakerRemoved(speaker);
  }

  private async find({ tx, membership }: DecisionContext, id: string) {
    return membership && this.meetings.findParticipant(membership.meetingId, id, tx);
  }
}
