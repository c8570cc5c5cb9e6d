import { Injectable } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';

/** What was appended to one room in one commit, ascending. */
export interface AppendedBatch {
  room: string;
  epoch: number;
  entries: Entry[];
}

/** Hears of a commit. What it does is its own: it can neither refuse nor delay what is on the record. */
export type AppendListener = (batch: AppendedBatch) => void | Promise<void>;

/**
 * Announces commits to whoever in this process listens. Not durable, and of this node only: what must happen even
 * after a crash is a due row that is swept.
 */
@Injectable()
export class RecordAnnouncements {
  private readonly listeners: AppendListener[] = [];

  constructor(private readonly logger: JsonLogger) {}

  /** Adds a listener for as long as the process runs. */
  onAppended(listener: AppendListener): void {
    this.listeners.push(listener);
  }

  /** Tells every listener; one that fails is logged and hinders nobody. */
  announce(batch: AppendedBatch): void {
    for (const listener of this.listeners) {
      void Promise.resolve(batch)
        .then(listener)
        .catch((error: unknown) => this.logger.logger.error({ err: error }, 'append listener failed'));
    }
  }
}
