import { Injectable } from '@nestjs/common';
import { Clock, Config, newId, ServerSecret } from '@roundtable/platform';
import { Revocation } from '@roundtable/realtime';
import type { EntityManager } from 'typeorm';
import { LinkError } from './identity.errors.js';
import { makeInvitationToken, readInvitationToken } from './invitation-token.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationsRepository, type InvitationUse } from './invitations.repository.js';
import { LoginsRepository } from './logins.repository.js';

const AFTER_MEETING_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Issues, opens and withdraws personal links. Who is invited to what is the meetings' business: here an invitation
 * knows a meeting and a participant by id only.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly logins: LoginsRepository,
    private readonly revocation: Revocation,
    private readonly secret: ServerSecret,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Gives each participant a new link. Older ones must have been withdrawn. */
  async issue(
    tx: EntityManager,
    meeting: string,
    participants: string[],
    expiresAt: Date | null = null,
  ): Promise<InvitationEntity[]> {
    const createdAt = this.clock.now();
    const invitations = participants.map((participantId) => ({
      id: newId(),
      meetingId: meeting,
      participantId,
      createdAt,
      sentAt: null,
      revokedAt: null,
      expiresAt,
    }));
    if (invitations.length > 0) await this.invitations.insert(tx, invitations);
    return invitations;
  }

  /**
   * Withdraws the links of participants and ends the logins made with them. Returns those logins: hand them to
   * `announceRevoked` after commit, so that their sockets close at once instead of at the next sweep.
   */
  async revoke(tx: EntityManager, participants: string[]): Promise<string[]> {
    const now = this.clock.now();
    const ended: string[] = [];
    for (const id of await this.invitations.revokeOf(tx, participants, now))
      ended.push(...(await this.logins.endAllOfInvitation(tx, id, now)));
    return ended;
  }

  /** Closes the sockets of those logins on this node; others find out at their next sweep. */
  announceRevoked(logins: string[], because: 'link_revoked' | 'removed' = 'link_revoked'): void {
    this.revocation.endLogins(logins, because);
  }

  /** Lets all links of a meeting end 30 days after it closed. */
  async expireAfter(tx: EntityManager, meeting: string, closedAt: Date): Promise<void> {
    await this.invitations.setExpiry(tx, meeting, this.expiryAfter(closedAt));
  }

  /** When a link issued for a meeting that closed then ends. */
  expiryAfter(closedAt: Date): Date {
    return new Date(closedAt.getTime() + AFTER_MEETING_MS);
  }

  /** Says whether a token is of this server's making, without asking the database. Nobody can guess one that is. */
  isSealed(token: string): boolean {
    return readInvitationToken(token, this.seal) !== null;
  }

  /** Opens a link and consumes nothing, because mail scanners open links. @throws LinkError */
  async open(token: string): Promise<InvitationEntity> {
    const id = readInvitationToken(token, this.seal);
    const invitation = id && (await this.invitations.find(id));
    if (!invitation) throw new LinkError('link_invalid');
    if (invitation.revokedAt) throw new LinkError('link_revoked');
    if (invitation.expiresAt && invitation.expiresAt <= this.clock.now()) throw new LinkError('link_expired');
    return invitation;
  }

  /** The full personal link, null where it does not work any more. */
  linkOf(invitation: InvitationEntity): string | null {
    const isOver = invitation.expiresAt !== null && invitation.expiresAt <= this.clock.now();
    if (invitation.revokedAt || isOver) return null;
    return this.addressOf(makeInvitationToken(invitation.id, this.seal));
  }

  /** The full address of a token. */
  addressOf(token: string): string {
    return `${this.config.publicUrl}/join/${token}`;
  }

  listOf(meeting: string): Promise<InvitationUse[]> {
    return this.invitations.listNewest(meeting);
  }

  markSent(tx: EntityManager, id: string): Promise<void> {
    return this.invitations.markSent(tx, id, this.clock.now());
  }

  /** Marks it as sent unless it is already, or was withdrawn: of two who send at the same time one is told true. */
  claimSending(tx: EntityManager, id: string): Promise<boolean> {
    return this.invitations.claimSending(tx, id, this.clock.now());
  }

  /** Lets it count as not sent again. */
  markUnsent(tx: EntityManager, id: string): Promise<void> {
    return this.invitations.markUnsent(tx, id);
  }

  /**
   * Answers for a letter that went to an address its reader does not have. A link with which nobody entered is
   * replaced, so that the letter opens nothing; one that was used stays, so that nobody is put out. Either way it
   * counts as not sent. Says whether there is a new link.
   */
  async recallLetter(tx: EntityManager, participant: string): Promise<boolean> {
    const invitation = await this.invitations.lockValid(tx, participant);
    if (!invitation?.sentAt) return false;
    if (await this.invitations.wasUsed(tx, invitation.id)) {
      await this.invitations.markUnsent(tx, invitation.id);
      return false;
    }
    await this.invitations.revokeOf(tx, [participant], this.clock.now());
    await this.issue(tx, invitation.meetingId, [participant], invitation.expiresAt);
    return true;
  }

  private readonly seal = (bytes: Uint8Array): Buffer => this.secret.sign('invitation', bytes);
}
