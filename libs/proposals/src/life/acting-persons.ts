import { Injectable } from '@nestjs/common';
import { MeetingsRepository } from '@roundtable/meetings';
import type { Member } from '@roundtable/platform';
import type { DecisionContext } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { actAs } from '../proposals.policy.js';
import type { ActingPerson } from './acting-person.js';

/** Tells the rules who acts: roles as they are under the lock, and the delegation of this moment. */
@Injectable()
export class ActingPersons {
  constructor(private readonly meetings: MeetingsRepository) {}

  async of({ tx, membership }: DecisionContext, caller: Member): Promise<ActingPerson> {
    const fresh = membership ?? caller.membership;
    const participant = await this.meetings.findParticipant(fresh.meetingId, fresh.participantId, tx);
    return actAs(fresh, participant?.delegation ?? null);
  }

  /** What somebody of the caller's meeting is called. */
  async nameOf(tx: EntityManager, caller: Member, participant: string | null): Promise<string | null> {
    if (participant === null) return null;
    const found = await this.meetings.findParticipant(caller.membership.meetingId, participant, tx);
    return found?.name ?? null;
  }
}
