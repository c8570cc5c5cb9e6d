import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TIMINGS } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';
import { RepeatingTask } from '@roundtable/realtime';
import { DataSource } from 'typeorm';
import { DocumentsRepository } from '../documents.repository.js';
import { HeldDocuments } from '../updates/held-documents.js';
import { DocumentLines } from './document-lines.js';
import { DocumentPeople } from './document-people.js';

/**
 * Compares, every two seconds, the documents open here with the database, so that a lost nudge loses nothing, and lets go of
 * what nobody uses. Every 15 s each page is told how far it should be.
 */
@Injectable()
export class DocumentSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: RepeatingTask;
  private sweeps = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: DocumentsRepository,
    private readonly lines: DocumentLines,
    private readonly people: DocumentPeople,
    private readonly documents: HeldDocuments,
    logger: JsonLogger,
  ) {
    this.task = new RepeatingTask(
      TIMINGS.revocationSweepMs,
      () => this.sweep(),
      (error) => logger.logger.warn({ err: error }, 'document sweep failed'),
    );
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.task.stop();
  }

  private async sweep(): Promise<void> {
    this.sweeps += 1;
    this.people.prune();
    this.documents.prune();
    const keys = this.lines.open();
    if (keys.length === 0) return;
    const heads = await this.repository.readHeads(this.dataSource.manager, keys);
    for (const { head, ...key } of heads) this.lines.want(key, head);
    const every = Math.floor(TIMINGS.headHeartbeatMs / TIMINGS.revocationSweepMs);
    if (this.sweeps % every === 0) this.lines.tellHeads();
  }
}
