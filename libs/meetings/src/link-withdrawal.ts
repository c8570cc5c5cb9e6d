import { Injectable } from '@nestjs/common';
import { InvitationsService } from '@roundtable/identity';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { ContactsKeeper } from './contacts-keeper.js';

/** Takes a personal link away, with or without a new one in its place, and notes who did it. */
@Injectable()
export class LinkWithdrawal {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly keeper: ContactsKeeper,
    private readonly audit: AuditLog,
    private readonly work: UnitOfWork,
  ) {}

  /** Whoever is inside on the old link is out. */
  async renew(meeting: string, participant: string): Promise<void> {
    const ended = await this.work.inTransaction(async (tx) => {
      const logins = await this.invitations.revoke(tx, [participant]);
      await this.invitations.issue(tx, meeting, [participant], await this.keeper.expiry(tx, meeting));
      await this.audit.note(tx, { act: 'invitation.renewed', meeting, subject: { participant } });
      return logins;
    });
    this.invitations.announceRevoked(ended);
  }

  async revoke(meeting: string, participant: string): Promise<void> {
    const ended = await this.work.inTransaction(async (tx) => {
      const logins = await this.invitations.revoke(tx, [participant]);
      await this.audit.note(tx, { act: 'invitation.revoked', meeting, subject: { participant } });
      return logins;
    });
    this.invitations.announceRevoked(ended);
  }
}
