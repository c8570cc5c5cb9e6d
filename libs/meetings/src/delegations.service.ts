import type { DelegationView, SaveDelegation } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { newId, type Member } from '@roundtable/platform';
import { MeetingsError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryActs } from './plenary-acts.js';

/** Keeps the delegations to a meeting. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly acts: PlenaryActs,
  ) {}

  /** Adds a delegation, or changes the one named. */
  async save(member: Member, wanted: SaveDelegation, id?: string): Promise<DelegationView> {
    const fact = await this.acts.perform<'meetings.delegation_saved'>(member, {
      intent: 'meetings.save_delegation',
      permission: 'meetings.manage',
      payload: wanted,
      target: id,
      decide: async ({ tx }) => {
        const all = await this.meetings.delegations(member.membership.meetingId, tx);
        const before = all.find((delegation) => delegation.id === id) ?? null;
        if (id !== undefined && !before) throw new MeetingsError('not_found');
        const delegation = describe(wanted, before, all.length);
        if (before && JSON.stringify(before) === JSON.stringify(delegation))
          throw new MeetingsError('nothing_changed');
        return [{ type: 'meetings.delegation_saved', data: { delegation } }];
      },
    });
    if (!fact) throw new MeetingsError('nothing_changed');
    return fact.delegation;
  }

  /** @throws MeetingsError `delegation_in_use` while people belong to it. */
  async remove(member: Member, id: string, payload: { clientId: string }): Promise<void> {
    const meeting = member.membership.meetingId;
    await this.acts.perform(member, {
      intent: 'meetings.remove_delegation',
      permission: 'meetings.manage',
      payload,
      target: id,
      decide: async ({ tx }) => {
        const delegation = (await this.meetings.delegations(meeting, tx)).find((each) => each.id === id);
        if (!delegation) throw new MeetingsError('not_found');
        const people = await this.meetings.participants(meeting, tx);
        const members = people.filter((person) => person.delegation === id);
        if (members.some((person) => !person.removed)) throw new MeetingsError('delegation_in_use');
        return [
          ...members.map((person) => ({
            type: 'meetings.participant_changed' as const,
            data: { participant: { ...person, delegation: null } },
          })),
          { type: 'meetings.delegation_removed', data: { delegation } },
        ];
      },
    });
  }
}

function describe(wanted: SaveDelegation, before: DelegationView | null, count: number): DelegationView {
  return {
    id: before?.id ?? newId(),
    name: wanted.name,
    shortName: wanted.shortName ?? null,
    country: wanted.country ?? null,
    precedence: wanted.precedence ?? before?.precedence ?? count,
  };
}
