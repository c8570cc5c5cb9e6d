import type { ParticipantView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What the secretariat keeps about a person beside the record: nobody else ever reads it. */
export interface Contact {
  email: string | null;
  accountId: string | null;
}

/** A person whom the secretariat can write to. */
export interface Addressee {
  participant: string;
  meeting: string;
  email: string;
}

/**
 * Keeps the private part of participants: address and account. It is written in the transaction of the act, before
 * the fact is projected, so it makes the row where there is none; the projection then fills in the public part and
 * never touches these two columns. A rebuild from the record therefore updates rows and does not delete them.
 */
@Injectable()
export class ContactsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async save(tx: EntityManager, meeting: string, person: ParticipantView, contact: Contact): Promise<void> {
    await tx.query(
      `INSERT INTO meetings_participants (meeting_id, id, name, roles, added_at, email, account_id)
       VALUES ($1, $2, $3, $4, now(), $5, $6)
       ON CONFLICT (meeting_id, id) DO UPDATE SET email = excluded.email, account_id = excluded.account_id`,
      [meeting, person.id, person.name, person.roles, contact.email, contact.accountId],
    );
  }

  /** Everybody's contact in a meeting, by participant. */
  async list(
    meeting: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, Contact>> {
    const rows: ({ id: string } & Contact)[] = await manager.query(
      'SELECT id, email, account_id AS "accountId" FROM meetings_participants WHERE meeting_id = $1',
      [meeting],
    );
    return new Map(rows.map(({ id, email, accountId }) => [id, { email, accountId }]));
  }

  async findEmail(tx: EntityManager, meeting: string, participant: string): Promise<string | null> {
    const rows: { email: string | null }[] = await tx.query(
      'SELECT email FROM meetings_participants WHERE meeting_id = $1 AND id = $2',
      [meeting, participant],
    );
    return rows[0]?.email ?? null;
  }

  /** Everybody with this address who is invited to a meeting now. */
  async findByEmail(email: string): Promise<Addressee[]> {
    return this.dataSource.query(
      `SELECT p.id AS participant, p.meeting_id AS meeting, p.email
       FROM meetings_participants p WHERE lower(p.email) = lower($1) AND p.removed_at IS NULL
       ORDER BY p.added_at DESC LIMIT 50`,
      [email],
    );
  }
}
