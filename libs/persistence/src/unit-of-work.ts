import { Injectable } from '@nestjs/common';
import { Turnstile } from '@roundtable/platform';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { knowConnection } from './named-statement.js';

/** How a transaction sees others; READ COMMITTED unless told. What runs at REPEATABLE READ only reads. */
export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
}

/** Less than a client waits for its answer. */
const WAIT_MS = 8_000;
/** Only a bound: who acts on a room waits in its lane before. */
const MOST_WAITING = 10_000;
const USUAL_POOL = 20;

/**
 * Runs work in one transaction. Repositories take its manager first, so that nothing is written beside it; what
 * must be announced is announced by the caller after this returned, that is, after commit. A quarter of the connections
 * is kept from those who write: where writing is stuck behind locks, reading goes on.
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
   * Commits when `work` returns and rolls back when it throws; the error goes on to the caller. Work that begins a
   * second transaction inside may wait for itself.
   * @throws Busy where no connection became free in time.
   */
  inTransaction<T>(
    work: (manager: EntityManager) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const { isolation = 'READ COMMITTED' } = options;
    const run = (): Promise<T> => this.dataSource.transaction(isolation, work);
    return isolation === 'REPEATABLE READ' ? run() : this.writers.run(run);
  }

  /**
   * As `inTransaction`, but the work's own first statement is to begin the transaction, together with whatever else it
   * asks first: that saves a round trip. Where it rolls back and cannot, the connection is given up.
   * @throws Busy where no connection became free in time.
   */
  inTransactionOfItsOwn<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.writers.run(() => this.runOfItsOwn(work));
  }

  private async runOfItsOwn<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner() as QueryRunner & { isTransactionActive: boolean };
    try {
      const connection = (await runner.connect()) as Connection;
      knowConnection(runner, connection);
      runner.isTransactionActive = true;
      try {
        const result = await work(runner.manager);
        await connection.query('COMMIT');
        return result;
      } catch (error) {
        await connection.query('ROLLBACK').catch(() => connection.end());
        throw error;
      } finally {
        runner.isTransactionActive = false;
      }
    } finally {
      await runner.release();
    }
  }
}

/** What of a `pg` connection is used here. */
interface Connection {
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}
