import type { ParticipantView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AccountsRepository, InvitationsService } from '@roundtable/identity';
import { AuditLog } from '@roundtable/persistence';
import type { Member } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { ContactsRepository, type Contact } from './contacts.repository.js';
import { MeetingsRepository } from './meetings.repository.js';

/** A new person with the address that stays private. */
export interface Admission {
  participant: ParticipantView;
  email: string | null;
}

/**
 * Keeps what no fact carries: addresses, the accounts they belong to, and the personal links. Runs inside the decision
 * of an act, under the plenary's lock, so that it is written with the fact or not at all.
 */
@Injectable()
export class ContactsKeeper {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly accounts: AccountsRepository,
    private readonly invitations: InvitationsService,
    private readonly meetings: MeetingsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Writes down new people and gives each a personal link. */
  async admit(tx: EntityManager, meeting: string, admissions: readonly Admission[]): Promise<void> {
    for (const { participant, email } of admissions) {
      const accountId = await this.accountOf(tx, meeting, participant.id, email);
      await this.contacts.save(tx, meeting, participant, { email, accountId });
    }
    const people = admissions.map(({ participant }) => participant.id);
    await this.invitations.issue(tx, meeting, people, await this.expiry(tx, meeting));
  }

  /**
   * Changes an address; undefined leaves it. The account follows the address, except that nobody locks themselves out
   * by correcting their own. A letter that was sent to another address is recalled. Says whether anything changed.
   */
  async change(
    tx: EntityManager,
    member: Member,
    person: ParticipantView,
    email: string | null | undefined,
  ): Promise<boolean> {
    const { membership } = member;
    const before = await this.contactOf(tx, membership.meetingId, person.id);
    if (email === undefined || email === before.email) return false;
    const isSelf = person.id === membership.participantId;
    const accountId = isSelf
      ? before.accountId
      : await this.accountOf(tx, membership.meetingId, person.id, email);
    await this.contacts.save(tx, membership.meetingId, person, { email, accountId });
    if (!isSameAddress(before.email, email)) await this.recallLetter(tx, member, person.id);
    return true;
  }

  /** Parts a removed person from their account, so that they can be added again. */
  async forgetAccount(tx: EntityManager, meeting: string, person: ParticipantView): Promise<void> {
    const { email } = await this.contactOf(tx, meeting, person.id);
    await this.contacts.save(tx, meeting, person, { email, accountId: null });
  }

  /** When a link issued now ends: null until the meeting is closed. */
  async expiry(tx: EntityManager, meeting: string): Promise<Date | null> {
    const closedAt = (await this.meetings.find(meeting, tx))?.closedAt;
    return closedAt ? this.invitations.expiryAfter(new Date(closedAt)) : null;
  }

  /** Whoever is signed in with the link has used it and keeps it: nobody locks themselves out here either. */
  private async recallLetter(tx: EntityManager, { membership }: Member, participant: string): Promise<void> {
    if (!(await this.invitations.recallLetter(tx, participant))) return;
    // Acts that share a commit are decided in one request's context: who did this one is told, not looked up.
    const actor = { participant: membership.participantId };
    const meeting = membership.meetingId;
    await this.audit.note(tx, { act: 'invitation.renewed', meeting, actor, subject: { participant } });
  }

  private async contactOf(tx: EntityManager, meeting: string, participant: string): Promise<Contact> {
    return (await this.contacts.list(meeting, tx)).get(participant) ?? { email: null, accountId: null };
  }

  /** Whose address it is, where that account is not in the meeting as somebody else. */
  private async accountOf(
    tx: EntityManager,
    meeting: string,
    participant: string,
    email: string | null,
  ): Promise<string | null> {
    const account = email === null ? null : await this.accounts.findByEmail(email, tx);
    if (!account) return null;
    const taken = [...(await this.contacts.list(meeting, tx))].some(
      ([id, contact]) => id !== participant && contact.accountId === account.id,
    );
    return taken ? null : account.id;
  }
}

/** Mail reaches the same person however the address is capitalised. */
function isSameAddress(before: string | null, after: string | null): boolean {
  return before?.toLowerCase() === after?.toLowerCase();
}
