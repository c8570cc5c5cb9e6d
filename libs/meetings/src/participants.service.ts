import { audienceOf, type ParticipantView, type SaveParticipant } from '@roundtable/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { InvitationsService } from '@roundtable/identity';
import { newId, type Member } from '@roundtable/platform';
import { Revocation } from '@roundtable/realtime';
import type { EntityManager } from 'typeorm';
import { ContactsKeeper } from './contacts-keeper.js';
import { MeetingFollower } from './meeting-follower.js';
import { FieldError, MeetingsError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryActs } from './plenary-acts.js';
import { describeParticipant, hasKnownDelegation, isSameParticipant, leavesNoSecretary } from './roster.js';

/** Keeps the people of a meeting. Each gets a personal link when added, and loses it when removed. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly contacts: ContactsKeeper,
    private readonly invitations: InvitationsService,
    private readonly acts: PlenaryActs,
    private readonly revocation: Revocation,
    @Optional() @Inject(MeetingFollower) private readonly follower: MeetingFollower | null,
  ) {}

  async add(member: Member, wanted: SaveParticipant): Promise<ParticipantView> {
    const meeting = member.membership.meetingId;
    const fact = await this.acts.perform<'meetings.participant_added'>(member, {
      intent: 'meetings.add_participant',
      permission: 'meetings.manage',
      payload: wanted,
      decide: async ({ tx }) => {
        const participant = describeParticipant(wanted, null, newId);
        await this.demandDelegation(tx, meeting, participant);
        await this.contacts.admit(tx, meeting, [{ participant, email: wanted.email ?? null }]);
        return [{ type: 'meetings.participant_added', data: { participant } }];
      },
    });
    if (!fact) throw new MeetingsError('not_found');
    return fact.participant;
  }

  /** Changes a person. An address that was not sent stays. Somebody else's roles may change what they can see. */
  async change(member: Member, id: string, wanted: SaveParticipant): Promise<ParticipantView> {
    const meeting = member.membership.meetingId;
    let changed: ParticipantView | null = null;
    const fact = await this.acts.perform<'meetings.participant_changed'>(member, {
      intent: 'meetings.change_participant',
      permission: 'meetings.manage',
      payload: wanted,
      target: id,
      changesRights: true,
      decide: async (context) => {
        const { tx } = context;
        const before = await this.demandPresent(tx, meeting, id);
        const participant = describeParticipant(wanted, before, newId);
        changed = participant;
        await this.demandDelegation(tx, meeting, participant);
        await this.demandSecretary(tx, meeting, participant);
        const isMoved = await this.contacts.change(tx, member, participant, wanted.email);
        if (isSameParticipant(before, participant)) {
          if (!isMoved) throw new MeetingsError('nothing_changed');
          return [];
        }
        const silenced = audienceOf(participant.roles) === 'observer' ? [id] : [];
        const ended = (await this.follower?.silence(context, silenced)) ?? [];
        return [{ type: 'meetings.participant_changed', data: { participant } }, ...ended];
      },
    });
    const participant = fact?.participant ?? changed;
    if (!participant) throw new MeetingsError('not_found');
    return participant;
  }

  /** Removes a person; their words stay. Their link and connections end. */
  async remove(member: Member, id: string, payload: { clientId: string }): Promise<void> {
    const meeting = member.membership.meetingId;
    let revoked: string[] = [];
    await this.acts.perform(member, {
      intent: 'meetings.remove_participant',
      permission: 'meetings.manage',
      payload,
      target: id,
      changesRights: true,
      decide: async (context) => {
        const { tx } = context;
        const before = await this.demandPresent(tx, meeting, id);
        const participant: ParticipantView = { ...before, removed: true };
        await this.demandSecretary(tx, meeting, participant);
        revoked = await this.invitations.revoke(tx, [id]);
        await this.contacts.forgetAccount(tx, meeting, participant);
        const ended = (await this.follower?.silence(context, [id])) ?? [];
        return [{ type: 'meetings.participant_removed', data: { participant } }, ...ended];
      },
    });
    this.invitations.announceRevoked(revoked, 'removed');
    this.revocation.endParticipant(id, member.membership.roomId, 'removed');
  }

  private async demandPresent(tx: EntityManager, meeting: string, id: string): Promise<ParticipantView> {
    const person = await this.meetings.findParticipant(meeting, id, tx);
    if (!person) throw new MeetingsError('not_found');
    if (person.removed) throw new MeetingsError('participant_removed');
    return person;
  }

  private async demandDelegation(tx: EntityManager, meeting: string, person: ParticipantView): Promise<void> {
    if (!hasKnownDelegation(person, await this.meetings.delegations(meeting, tx)))
      throw new FieldError('delegation', 'is not a delegation to this meeting');
  }

  private async demandSecretary(tx: EntityManager, meeting: string, changed: ParticipantView): Promise<void> {
    if (leavesNoSecretary(await this.meetings.participants(meeting, tx), changed))
      throw new MeetingsError('last_secretary');
  }
}
