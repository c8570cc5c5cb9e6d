import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, JsonLogger } from '@roundtable/platform';
import { MailTransport } from './mail-transport.js';
import { OutboxRepository } from './outbox.repository.js';
import { MOST_ATTEMPTS, waitAfter } from './retry-schedule.js';

const SWEEP_EVERY_MS = 2_000;
const LONGEST_ERROR = 300;

/**
 * Sends what is due. Each letter is locked while it is sent, so that several processes share the work; one that dies
 * in between leaves the letter due. A letter may then arrive twice, with the same Message-ID, but never not at all.
 */
@Injectable()
export class MailSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private underway: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly transport: MailTransport,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: JsonLogger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.transport.isConfigured) this.scheduleNext();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.underway;
    this.transport.close();
  }

  /** Sends everything that is due now; says how many letters were sent. */
  async sendDue(): Promise<number> {
    let sent = 0;
    for (;;) {
      const outcome = this.isStopping ? 'none' : await this.sendOne();
      if (outcome === 'none') return sent;
      if (outcome === 'sent') sent += 1;
    }
  }

  private async sendOne(): Promise<'sent' | 'failed' | 'none'> {
    return this.work.inTransaction(async (tx) => {
      const mail = await this.outbox.lockDue(tx, this.clock.now(), MOST_ATTEMPTS);
      if (!mail) return 'none';
      try {
        await this.transport.send(mail);
      } catch (error) {
        const dueAt = new Date(this.clock.now().getTime() + waitAfter(mail.attempts + 1));
        await this.outbox.postpone(tx, mail, dueAt, describe(error));
        return 'failed';
      }
      await this.outbox.markSent(tx, mail, this.clock.now());
      return 'sent';
    });
  }

  private scheduleNext(): void {
    this.timer = setTimeout(() => {
      this.underway = this.sendDue()
        .then(() => undefined)
        .catch((error: unknown) => this.logger.logger.error({ err: error }, 'sending mail failed'))
        .finally(() => {
          if (!this.isStopping) this.scheduleNext();
        });
    }, SWEEP_EVERY_MS);
    this.timer.unref();
  }
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : 'unknown').slice(0, LONGEST_ERROR);
}
