import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OutboxMailEntity } from './outbox-mail.entity.js';

/** All the SQL about the outbox. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(tx: EntityManager, mail: OutboxMailEntity): Promise<void> {
    await tx.insert(OutboxMailEntity, mail);
  }

  /** The newest letters first. */
  list(limit: number): Promise<OutboxMailEntity[]> {
    return this.dataSource.manager.find(OutboxMailEntity, {
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** One letter that is due, locked; those that another process is sending are passed over. */
  lockDue(tx: EntityManager, now: Date, mostAttempts: number): Promise<OutboxMailEntity | null> {
    return tx
      .createQueryBuilder(OutboxMailEntity, 'mail')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .where('mail.sentAt IS NULL AND mail.dueAt <= :now AND mail.attempts < :mostAttempts', {
        now,
        mostAttempts,
      })
      .orderBy('mail.dueAt', 'ASC')
      .limit(1)
      .getOne();
  }

  async markSent(tx: EntityManager, mail: OutboxMailEntity, now: Date): Promise<void> {
    await tx.update(
      OutboxMailEntity,
      { id: mail.id },
      { sentAt: now, attempts: mail.attempts + 1, lastError: null },
    );
  }

  async postpone(tx: EntityManager, mail: OutboxMailEntity, dueAt: Date, reason: string): Promise<void> {
    await tx.update(
      OutboxMailEntity,
      { id: mail.id },
      { dueAt, attempts: mail.attempts + 1, lastError: reason },
    );
  }
}
