import { Injectable } from '@nestjs/common';
import { InvitationsService } from '@roundtable/identity';
import { UnitOfWork } from '@roundtable/persistence';
import type { EntityManager } from 'typeorm';
import { ContactsRepository } from './contacts.repository.js';
import { InvitationMail, type PreparedInvitation } from './invitation-mail.js';
import { MeetingsError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Writes to everybody in a meeting who has an address and was sent no letter yet. */
@Injectable()
export class UnsentLettersService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly contacts: ContactsRepository,
    private readonly invitations: InvitationsService,
    private readonly mail: InvitationMail,
    private readonly work: UnitOfWork,
  ) {}

  /** Says how many letters were written; who is gone by the time their turn comes is passed over. */
  async send(meeting: string): Promise<number> {
    let written = 0;
    for (const letter of await this.prepare(meeting))
      if (await this.work.inTransaction((tx) => this.sendOnce(tx, letter))) written += 1;
    return written;
  }

  /**
   * Claims the letter first, so that of two who send to all at the same time one writes it. The claim also makes a
   * change of the address wait: the one that is read after it is the one that holds.
   */
  private async sendOnce(tx: EntityManager, letter: PreparedInvitation): Promise<boolean> {
    if (!(await this.invitations.claimSending(tx, letter.invitation))) return false;
    const email = await this.contacts.findEmail(tx, letter.meeting.id, letter.participant.id);
    if (email === null) {
      await this.invitations.markUnsent(tx, letter.invitation);
      return false;
    }
    await this.mail.post(tx, { ...letter, email });
    return true;
  }

  /** Reads each list once, however many letters there are. */
  private async prepare(id: string): Promise<PreparedInvitation[]> {
    const meeting = await this.meetings.find(id);
    if (!meeting) throw new MeetingsError('not_found');
    const people = new Map((await this.meetings.participants(id)).map((person) => [person.id, person]));
    const delegations = await this.meetings.delegations(id);
    const contacts = await this.contacts.list(id);
    return (await this.invitations.listOf(id)).flatMap(({ invitation }) => {
      const participant = people.get(invitation.participantId);
      const email = contacts.get(invitation.participantId)?.email ?? null;
      const link = this.invitations.linkOf(invitation);
      if (!participant || participant.removed || email === null || link === null || invitation.sentAt)
        return [];
      const delegation = delegations.find((each) => each.id === participant.delegation) ?? null;
      return [{ meeting, participant, delegation, link, email, invitation: invitation.id }];
    });
  }
}
