import { Injectable } from '@nestjs/common';
import { Turnstile } from '@roundtable/platform';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { BoundStatement } from './demanding-statement.js';
import { knowConnection } from './named-statement.js';

/** How a transaction sees others; READ COMMITTED unless told. What runs at REPEATABLE READ only reads. */
export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
}

/** What a transaction came to, and its last statements: sent, in order, but perhaps not answered yet. */
export interface Sent<T> {
  result: T;
  /** Settles when they are answered. Nothing may be asked on the connection after `work` has returned. */
  answered: Promise<unknown>;
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
   * asks first, and the COMMIT follows its last statements without waiting for their answers: that saves round trips.
   * Where one of them fails, Postgres rolls back instead. Where that cannot be, the connection is given up.
   * @throws Busy where no connection became free in time.
   */
  inTransactionOfItsOwn<T>(work: (manager: EntityManager) => Promise<Sent<T>>): Promise<T> {
    return this.writers.run(() => this.runOfItsOwn(work));
  }

  /**
   * Runs one statement that is a transaction of its own, planned once for each connection.
   * @throws Busy where no connection became free in time.
   */
  inOneStatement(statement: BoundStatement): Promise<void> {
    return this.writers.run(async () => {
      const runner = this.dataSource.createQueryRunner();
      try {
        const connection = (await runner.connect()) as Connection;
        await connection.query(statement);
      } finally {
        await runner.release();
      }
    });
  }

  private async runOfItsOwn<T>(work: (manager: EntityManager) => Promise<Sent<T>>): Promise<T> {
    const runner = this.dataSource.createQueryRunner() as QueryRunner & { isTransactionActive: boolean };
    try {
      const connection = (await runner.connect()) as Connection;
      knowConnection(runner, connection);
      runner.isTransactionActive = true;
      try {
        const { result, answered } = await work(runner.manager);
        const [last, commit] = await Promise.allSettled([answered, connection.query('COMMIT')]);
        if (last.status === 'rejected') throw last.reason;
        if (commit.status === 'rejected') throw commit.reason;
        if (commit.value.command !== 'COMMIT') throw new Error('Postgres rolled back instead of committing.');
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
  query(query: string | BoundStatement): Promise<{ command: string }>;
  end(): Promise<void>;
}
