import { ERROR_SENTENCES, type OutboxMail } from '@roundtable/contracts';
import { Get } from '@nestjs/common';
import { DomainError, Requires, RoundtableController } from '@roundtable/platform';
import { MailTransport } from './mail-transport.js';
import { presentMail } from './notices.presenter.js';
import { OutboxRepository } from './outbox.repository.js';

const MOST_SHOWN = 200;

/** Shows what would have been sent, where no mail server is configured. */
@RoundtableController('api/v1/outbox')
export class OutboxController {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly transport: MailTransport,
  ) {}

  /** Letters hold personal links: once they are really sent, they are nobody else's to read. */
  @Requires('outbox.read')
  @Get()
  async list(): Promise<OutboxMail[]> {
    if (this.transport.isConfigured) throw new DomainError('not_found', ERROR_SENTENCES.not_found);
    return (await this.outbox.list(MOST_SHOWN)).map(presentMail);
  }
}
