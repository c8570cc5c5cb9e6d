import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, JsonLogger } from '@roundtable/platform';
import { RepeatingTask } from '@roundtable/realtime';
import { ProofFilesRepository } from '../files/proof-files.repository.js';
import { FollowUpRepository } from '../follow-up.repository.js';
import { ReviewMail } from './review-mail.js';

const SWEEP_EVERY_MS = 5_000;
const UNUSED_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Reminds of reviews that are due, and removes files that were uploaded for a report which never came. What is due stands
 * in the database: a process that ends leaves it due for the next, and of several that look at once one takes it.
 */
@Injectable()
export class FollowUpSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly task: RepeatingTask;

  constructor(
    private readonly followUps: FollowUpRepository,
    private readonly files: ProofFilesRepository,
    private readonly reviews: ReviewMail,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    logger: JsonLogger,
  ) {
    this.task = new RepeatingTask(
      SWEEP_EVERY_MS,
      () => this.sweep(),
      (error) => logger.logger.error({ err: error }, 'the sweep of follow-ups failed'),
    );
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.task.stop();
  }

  /** Does whatever is due now. */
  async sweep(): Promise<void> {
    while (await this.remindOne());
    const before = new Date(this.clock.now().getTime() - UNUSED_FOR_MS);
    await this.work.inTransaction((tx) => this.files.removeUnused(tx, before));
  }

  private remindOne(): Promise<boolean> {
    return this.work.inTransaction(async (tx) => {
      const due = await this.followUps.takeReminder(tx, this.clock.now());
      if (due !== null) await this.reviews.enqueue(tx, due);
      return due !== null;
    });
  }
}
