import { Injectable } from '@nestjs/common';
import { audienceOf, VOTING_ROLES, type ParticipantView, type PollUnit } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import { Presence } from '@roundtable/realtime';
import type { EntityManager } from 'typeorm';
import type { Candidate } from './electorate.js';

/** Tells who could have a vote in a meeting, and who is there. */
@Injectable()
export class Voters {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly presence: Presence,
  ) {}

  /**
   * Persons, or delegations with the people who may cast for them: not those who only serve the meeting. Observers and
   * guests never vote.
   */
  async candidates(tx: EntityManager, meeting: string, unit: PollUnit): Promise<Candidate[]> {
    const participants = await this.meetings.participants(meeting, tx);
    const able = participants.filter(({ removed, roles }) => !removed && audienceOf(roles) !== 'observer');
    if (unit === 'persons')
      return able.map((person) => ({ id: person.id, people: [person.id], isVoter: isVoter(person) }));
    const delegations = await this.meetings.delegations(meeting, tx);
    return delegations.flatMap(({ id }): Candidate[] => {
      const people = able.filter((person) => person.delegation === id && isVoter(person));
      return people.length === 0 ? [] : [{ id, people: people.map((one) => one.id), isVoter: true }];
    });
  }

  /** Participants who have the room open on any node. */
  here(room: string): Set<string> {
    return new Set(this.presence.of(room).map(({ participant }) => participant));
  }
}

function isVoter({ roles }: ParticipantView): boolean {
  return roles.some((role) => VOTING_ROLES.includes(role));
}
