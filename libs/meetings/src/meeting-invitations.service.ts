import type {
  InvitationMessage,
  InvitationView,
  Language,
  MeetingView,
  ParticipantView,
} from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { InvitationsService, type InvitationEntity, type InvitationUse } from '@roundtable/identity';
import { UnitOfWork } from '@roundtable/persistence';
import type { Member } from '@roundtable/platform';
import { ContactsRepository } from './contacts.repository.js';
import { InvitationMail, type PreparedInvitation } from './invitation-mail.js';
import { LinkWithdrawal } from './link-withdrawal.js';
import { FieldError, MeetingsError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';

/** What a secretariat does with personal links: see them, make a new one, withdraw, write one to somebody. */
@Injectable()
export class MeetingInvitationsService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly contacts: ContactsRepository,
    private readonly withdrawal: LinkWithdrawal,
    private readonly invitations: InvitationsService,
    private readonly mail: InvitationMail,
    private readonly work: UnitOfWork,
  ) {}

  /** The newest link of everybody who is still part of the meeting. */
  async list(meeting: string): Promise<InvitationView[]> {
    const people = await this.meetings.participants(meeting);
    const present = new Set(people.filter((person) => !person.removed).map((person) => person.id));
    const contacts = await this.contacts.list(meeting);
    const uses = await this.invitations.listOf(meeting);
    return uses
      .filter(({ invitation }) => present.has(invitation.participantId))
      .map((use) => this.present(use, contacts.get(use.invitation.participantId)?.email ?? null));
  }

  /** Makes a new link in place of the old one, which stops working: whoever is inside on it is out. */
  async renew({ membership }: Member, participant: string): Promise<InvitationView> {
    const meeting = membership.meetingId;
    await this.demandPerson(meeting, participant);
    await this.withdrawal.renew(meeting, participant);
    return this.find(meeting, participant);
  }

  async revoke({ membership }: Member, participant: string): Promise<void> {
    await this.demandPerson(membership.meetingId, participant);
    await this.withdrawal.revoke(membership.meetingId, participant);
  }

  /** The letter, ready to be pasted into one's own mail program. */
  async message(meeting: string, participant: string, language?: Language): Promise<InvitationMessage> {
    const prepared = await this.prepare(meeting, participant);
    const { subject, text } = this.mail.write(prepared, language);
    return { to: prepared.email, subject, text };
  }

  /** The calendar file that belongs to the letter. */
  async calendar(meeting: string, participant: string): Promise<string> {
    return this.mail.writeCalendar(await this.prepare(meeting, participant));
  }

  /** Sends the letter. @throws FieldError where the person has no address. */
  async send(meeting: string, participant: string, language?: Language): Promise<InvitationView> {
    const prepared = await this.prepare(meeting, participant);
    if (prepared.email === null)
      throw new FieldError('email', 'is missing: enter an address, or copy the link');
    await this.work.inTransaction((tx) => this.mail.send(tx, prepared, language));
    return this.find(meeting, participant);
  }

  private async prepare(meetingId: string, participantId: string): Promise<PreparedInvitation> {
    const participant = await this.demandPerson(meetingId, participantId);
    const meeting = await this.demandMeeting(meetingId);
    const invitation = (await this.findUse(meetingId, participantId)).invitation;
    const link = this.invitations.linkOf(invitation);
    if (link === null) throw new MeetingsError('not_found');
    const delegations = await this.meetings.delegations(meetingId);
    const delegation = delegations.find(({ id }) => id === participant.delegation) ?? null;
    const email = (await this.contacts.list(meetingId)).get(participantId)?.email ?? null;
    return { meeting, participant, delegation, link, email, invitation: invitation.id };
  }

  private async find(meeting: string, participant: string): Promise<InvitationView> {
    const email = (await this.contacts.list(meeting)).get(participant)?.email ?? null;
    return this.present(await this.findUse(meeting, participant), email);
  }

  private async findUse(meeting: string, participant: string): Promise<InvitationUse> {
    const uses = await this.invitations.listOf(meeting);
    const use = uses.find(({ invitation }) => invitation.participantId === participant);
    if (!use) throw new MeetingsError('not_found');
    return use;
  }

  private present({ invitation, lastEnteredAt }: InvitationUse, email: string | null): InvitationView {
    return {
      id: invitation.id,
      participant: invitation.participantId,
      email,
      link: this.invitations.linkOf(invitation),
      ...timesOf(invitation),
      lastEnteredAt: lastEnteredAt?.toISOString() ?? null,
    };
  }

  private async demandPerson(meeting: string, id: string): Promise<ParticipantView> {
    const person = await this.meetings.findParticipant(meeting, id);
    if (!person) throw new MeetingsError('not_found');
    if (person.removed) throw new MeetingsError('participant_removed');
    return person;
  }

  private async demandMeeting(id: string): Promise<MeetingView> {
    const meeting = await this.meetings.find(id);
    if (!meeting) throw new MeetingsError('not_found');
    return meeting;
  }
}

function timesOf(invitation: InvitationEntity) {
  return {
    createdAt: invitation.createdAt.toISOString(),
    sentAt: invitation.sentAt?.toISOString() ?? null,
    revokedAt: invitation.revokedAt?.toISOString() ?? null,
    expiresAt: invitation.expiresAt?.toISOString() ?? null,
  };
}
