import type { OutboxMail } from '@roundtable/contracts';
import type { OutboxMailEntity } from './outbox-mail.entity.js';

/** A letter as the outbox page shows it: attachments by name and size. */
export function presentMail(mail: OutboxMailEntity): OutboxMail {
  return {
    id: mail.id,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.body,
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename,
      type: contentType,
      size: Buffer.byteLength(content, 'base64'),
    })),
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    attempts: mail.attempts,
    lastError: mail.lastError,
  };
}
