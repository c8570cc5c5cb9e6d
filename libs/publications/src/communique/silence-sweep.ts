import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, JsonLogger } from '@roundtable/platform';
import { RepeatingTask } from '@roundtable/realtime';
import { CommuniquesRepository } from './communiques.repository.js';
import { ReminderMail } from './reminder-mail.js';
import { SilenceService } from './silence.service.js';

const SWEEP_EVERY_MS = 2_000;

/**
 * Does what is due of silence procedures. What is due stands in the database: a process that ends leaves it due for the
 * next, and of several that look at once one does it, for adopting is decided under the room's lock and a reminder is taken
 * with a row's.
 */
@Injectable()
export class SilenceSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: RepeatingTask;

  constructor(
    private readonly silence: SilenceService,
    private readonly communiques: CommuniquesRepository,
    private readonly reminders: ReminderMail,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    logger: JsonLogger,
  ) {
    this.task = new RepeatingTask(
      SWEEP_EVERY_MS,
      () => this.sweep(),
      (error) => logger.logger.error({ err: error }, 'the sweep of silence procedures failed'),
    );
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.task.stop();
  }

  /** Adopts and reminds whatever is due now. */
  async sweep(): Promise<void> {
    const overdue = await this.work.inTransaction((tx) => this.communiques.overdue(tx, this.clock.now()));
    const adopted = await Promise.allSettled(overdue.map((room) => this.silence.adoptOverdue(room)));
    while (await this.remindOne());
    const failed = adopted.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
  }

  private remindOne(): Promise<boolean> {
    return this.work.inTransaction(async (tx) => {
      const room = await this.communiques.takeReminder(tx, this.clock.now());
      if (room !== null) await this.reminders.enqueue(tx, room);
      return room !== null;
    });
  }
}
