import { Injectable } from '@nestjs/common';
import { Config } from '@roundtable/platform';
import { createTransport, type Transporter } from 'nodemailer';
import type { OutboxMailEntity } from './outbox-mail.entity.js';

const GIVE_UP_AFTER_MS = 15_000;

/** Hands letters to the configured mail server. */
@Injectable()
export class MailTransport {
  private readonly transporter: Transporter | null;

  constructor(private readonly config: Config) {
    this.transporter = config.smtpUrl === undefined ? null : createFor(config.smtpUrl);
  }

  /** False where no mail server is configured: then letters stay in the outbox, to be read there. */
  get isConfigured(): boolean {
    return this.transporter !== null;
  }

  /** @throws Error whatever the mail server says. */
  async send(mail: OutboxMailEntity): Promise<void> {
    await this.transporter?.sendMail({
      from: this.config.mailFrom,
      // As an object, so that an address is never parsed for more addresses.
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@roundtable>`,
      attachments: mail.attachments.map(({ filename, contentType, content }) => ({
        filename,
        contentType,
        content: Buffer.from(content, 'base64'),
      })),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  close(): void {
    this.transporter?.close();
  }
}

function createFor(url: string): Transporter {
  const transporter = createTransport({
    url,
    connectionTimeout: GIVE_UP_AFTER_MS,
    greetingTimeout: GIVE_UP_AFTER_MS,
    socketTimeout: GIVE_UP_AFTER_MS,
  });
  return transporter;
}
