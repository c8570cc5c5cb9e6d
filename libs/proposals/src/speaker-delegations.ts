import { Injectable } from '@nestjs/common';
import { MeetingsRepository } from '@roundtable/meetings';
import type { EntityManager } from 'typeorm';

/** Tells for whom people speak at this moment, so that a capture can fix it. */
@Injectable()
export class SpeakerDelegations {
  constructor(private readonly meetings: MeetingsRepository) {}

  /** Delegations by participant; those who speak for themselves are left out. */
  async of(tx: EntityManager, meeting: string, participants: string[]): Promise<Map<string, string>> {
    const delegations = new Map<string, string>();
    for (const id of new Set(participants)) {
      const participant = await this.meetings.findParticipant(meeting, id, tx);
      if (participant?.delegation) delegations.set(id, participant.delegation);
    }
    return delegations;
  }
}
