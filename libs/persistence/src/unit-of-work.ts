import { Injectable } from '@nestjs/common';
import { Turnstile } from '@roundtable/platform';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * How a transaction sees others. READ COMMITTED unless told; with null the work's own first statement says it, which
 * saves a round trip.
 */
export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE' | null;
}

/** Less than a client waits for its answer. */
const WAIT_MS = 8_000;
/** Only a bound: who acts waits in the lanes of the record before. */
const MOST_WAITING = 10_000;
const USUAL_POOL = 20;

/**
 * Runs work in one transaction. Repositories take its manager first, so that nothing is written beside it; what
 * must be announced is announced by the caller after this returned, that is, after commit. A quarter of the connections
 * is kept from those who write: where writing is stuck behind a lock or a full disk, reading goes on.
 */
@Injectable()
export class UnitOfWork {
  private readonly writers: Turnstile;

  constructor(private readonly dataSource: DataSource) {
    const { poolSize = USUAL_POOL } = dataSource.options as { poolSize?: number };
    const atOnce = Math.max(1, poolSize - Math.ceil(poolSize / 4));
    this.writers = new Turnstile({ atOnce, waiting: MOST_WAITING, waitMs: WAIT_MS });
  }

  /**
   * Commits when `work` returns and rolls back when it throws; the error goes on to the caller. What runs at REPEATABLE
   * READ only reads. Work that begins a second transaction inside may wait for itself.
   * @throws Busy where no connection became free in time.
   */
  inTransaction<T>(
    work: (manager: EntityManager) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const { isolation = 'READ COMMITTED' } = options;
    const run = (): Promise<T> =>
      isolation ? this.dataSource.transaction(isolation, work) : this.dataSource.transaction(work);
    return isolation === 'REPEATABLE READ' ? run() : this.writers.run(run);
  }
}
