import type { InstallationRole, Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LoginEntity } from './login.entity.js';

/** A valid login with the person behind it. */
export interface KnownLogin {
  principal: Principal;
  lastSeenAt: Date;
}

interface KnownLoginRow {
  login_id: string;
  last_seen_at: Date;
  account_id: string | null;
  account_role: InstallationRole | null;
  account_name: string | null;
  invitation_id: string | null;
  meeting_id: string | null;
  participant_id: string | null;
}

/**
 * What makes a login valid, in one place: not ended, not over, and whoever it stands for is still welcome.
 * Needs the tables as l, a (left joined) and i (left joined), and the present moment as $1.
 */
const VALID = `l.ended_at IS NULL AND l.expires_at > $1 AND a.disabled_at IS NULL
  AND i.revoked_at IS NULL AND (i.expires_at IS NULL OR i.expires_at > $1)`;

const FROM = `identity_logins l
  LEFT JOIN identity_accounts a ON a.id = l.account_id
  LEFT JOIN identity_invitations i ON i.id = l.invitation_id`;

/** All the SQL about logins. */
@Injectable()
export class LoginsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findValid(tokenHash: Buffer, now: Date): Promise<KnownLogin | null> {
    const rows: KnownLoginRow[] = await this.dataSource.query(
      `SELECT l.id AS login_id, l.last_seen_at, a.id AS account_id, a.role AS account_role, a.name AS account_name,
              i.id AS invitation_id, i.meeting_id, i.participant_id
       FROM ${FROM} WHERE l.token_hash = $2 AND ${VALID}`,
      [now, tokenHash],
    );
    return rows[0] ? toKnownLogin(rows[0]) : null;
  }

  /** Whose link a login was made with that was withdrawn since; null for every other login. */
  async findRevoked(tokenHash: Buffer): Promise<{ meetingId: string; participantId: string } | null> {
    const rows: { meetingId: string; participantId: string }[] = await this.dataSource.query(
      `SELECT i.meeting_id AS "meetingId", i.participant_id AS "participantId"
       FROM ${FROM} WHERE l.token_hash = $1 AND i.revoked_at IS NOT NULL`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  async insert(tx: EntityManager, login: LoginEntity): Promise<void> {
    await tx.insert(LoginEntity, login);
  }

  find(id: string): Promise<LoginEntity | null> {
    return this.dataSource.manager.findOneBy(LoginEntity, { id });
  }

  /** The person's valid logins, the newest first. */
  listOf(owner: { account: string } | { invitation: string }, now: Date): Promise<LoginEntity[]> {
    const [column, id] =
      'account' in owner ? ['accountId', owner.account] : ['invitationId', owner.invitation];
    return this.dataSource.manager
      .createQueryBuilder(LoginEntity, 'login')
      .where(`login.${column} = :id AND login.endedAt IS NULL AND login.expiresAt > :now`, { id, now })
      .orderBy('login.lastSeenAt', 'DESC')
      .getMany();
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.dataSource.manager.update(LoginEntity, { id }, { lastSeenAt: now });
  }

  async end(tx: EntityManager, id: string, now: Date): Promise<void> {
    await tx.query('UPDATE identity_logins SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [id, now]);
  }

  /** Ends every login of an account but one; returns the ids of those it ended. */
  async endAllOfAccount(
    tx: EntityManager,
    account: string,
    now: Date,
    except: string | null,
  ): Promise<string[]> {
    const [rows]: [{ id: string }[]] = await tx.query(
      `UPDATE identity_logins SET ended_at = $2
       WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $3::uuid RETURNING id`,
      [account, now, except],
    );
    return rows.map((row) => row.id);
  }

  async endAllOfInvitation(tx: EntityManager, invitation: string, now: Date): Promise<string[]> {
    const [rows]: [{ id: string }[]] = await tx.query(
      'UPDATE identity_logins SET ended_at = $2 WHERE invitation_id = $1 AND ended_at IS NULL RETURNING id',
      [invitation, now],
    );
    return rows.map((row) => row.id);
  }

  /** Which of these logins are valid no longer, and whether because their link was withdrawn. */
  async findInvalid(ids: string[], now: Date): Promise<{ id: string; isRevoked: boolean }[]> {
    if (ids.length === 0) return [];
    return this.dataSource.query(
      `SELECT asked.id, i.revoked_at IS NOT NULL AS "isRevoked"
       FROM unnest($2::uuid[]) AS asked (id)
       LEFT JOIN (${FROM}) ON l.id = asked.id
       WHERE (${VALID}) IS NOT TRUE OR l.id IS NULL`,
      [now, ids],
    );
  }
}

function toKnownLogin(row: KnownLoginRow): KnownLogin {
  const account =
    row.account_id === null
      ? null
      : { id: row.account_id, role: row.account_role, name: row.account_name ?? '' };
  const invitation =
    row.invitation_id === null || row.meeting_id === null || row.participant_id === null
      ? null
      : { id: row.invitation_id, meetingId: row.meeting_id, participantId: row.participant_id };
  return { principal: { loginId: row.login_id, account, invitation }, lastSeenAt: row.last_seen_at };
}
