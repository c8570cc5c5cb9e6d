import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { InvitationEntity } from './invitation.entity.js';

/** An invitation and when somebody last entered with it. */
export interface InvitationUse {
  invitation: InvitationEntity;
  lastEnteredAt: Date | null;
}

/** All the SQL about invitations. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string, manager: EntityManager = this.dataSource.manager): Promise<InvitationEntity | null> {
    return manager.findOneBy(InvitationEntity, { id });
  }

  /** The participant's valid invitation, locked: meanwhile nobody enters with it, and no letter with it is claimed. */
  lockValid(tx: EntityManager, participant: string): Promise<InvitationEntity | null> {
    return tx
      .createQueryBuilder(InvitationEntity, 'invitation')
      .setLock('pessimistic_write')
      .where('invitation.participantId = :participant AND invitation.revokedAt IS NULL', { participant })
      .getOne();
  }

  /** Says whether anybody ever entered with it. */
  async wasUsed(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM identity_logins WHERE invitation_id = $1 LIMIT 1', [
      id,
    ]);
    return rows.length > 0;
  }

  async insert(tx: EntityManager, invitations: InvitationEntity[]): Promise<void> {
    await tx.insert(InvitationEntity, invitations);
  }

  /** Ids of the invitations that were still valid and are not any more. */
  async revokeOf(tx: EntityManager, participants: string[], now: Date): Promise<string[]> {
    const [rows]: [{ id: string }[]] = await tx.query(
      `UPDATE identity_invitations SET revoked_at = $2
       WHERE participant_id = ANY ($1::uuid[]) AND revoked_at IS NULL RETURNING id`,
      [participants, now],
    );
    return rows.map((row) => row.id);
  }

  async setExpiry(tx: EntityManager, meeting: string, expiresAt: Date): Promise<void> {
    await tx.query('UPDATE identity_invitations SET expires_at = $2 WHERE meeting_id = $1', [
      meeting,
      expiresAt,
    ]);
  }

  async markSent(tx: EntityManager, id: string, now: Date): Promise<void> {
    await tx.update(InvitationEntity, { id }, { sentAt: now });
  }

  /** False where it was sent already or is withdrawn. The row stays locked, so that of two at once one gets it. */
  async claimSending(tx: EntityManager, id: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[]] = await tx.query(
      `UPDATE identity_invitations SET sent_at = $2
       WHERE id = $1 AND sent_at IS NULL AND revoked_at IS NULL RETURNING id`,
      [id, now],
    );
    return rows.length > 0;
  }

  async markUnsent(tx: EntityManager, id: string): Promise<void> {
    await tx.update(InvitationEntity, { id }, { sentAt: null });
  }

  /** The newest invitation of each participant of a meeting, revoked ones too. */
  async listNewest(meeting: string): Promise<InvitationUse[]> {
    const invitations = await this.dataSource.manager
      .createQueryBuilder(InvitationEntity, 'invitation')
      .distinctOn(['invitation.participant_id'])
      .where('invitation.meetingId = :meeting', { meeting })
      .orderBy('invitation.participant_id')
      .addOrderBy('invitation.createdAt', 'DESC')
      .addOrderBy('invitation.id', 'DESC')
      .getMany();
    const entered = await this.lastEntered(invitations.map((invitation) => invitation.id));
    return invitations.map((invitation) => ({
      invitation,
      lastEnteredAt: entered.get(invitation.id) ?? null,
    }));
  }

  private async lastEntered(ids: string[]): Promise<Map<string, Date>> {
    const rows: { id: string; at: Date }[] = await this.dataSource.query(
      `SELECT invitation_id AS id, max(created_at) AS at FROM identity_logins
       WHERE invitation_id = ANY ($1::uuid[]) GROUP BY invitation_id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.at]));
  }
}
