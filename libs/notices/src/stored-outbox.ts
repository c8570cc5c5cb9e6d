import { Injectable } from '@nestjs/common';
import { Clock, MailOutbox, newId, type Mail } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { OutboxRepository } from './outbox.repository.js';

/** Keeps letters in the database until they are sent: written with the act they belong to, or not at all. */
@Injectable()
export class StoredOutbox extends MailOutbox {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async enqueue(manager: EntityManager, mail: Mail): Promise<void> {
    const now = this.clock.now();
    await this.outbox.insert(manager, {
      id: newId(),
      recipient: mail.to,
      subject: mail.subject,
      body: mail.text,
      attachments: (mail.attachments ?? []).map(({ filename, contentType, content }) => ({
        filename,
        contentType,
        content: Buffer.from(content).toString('base64'),
      })),
      createdAt: now,
      dueAt: now,
      sentAt: null,
      attempts: 0,
      lastError: null,
    });
  }
}
