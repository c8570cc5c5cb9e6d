import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * How a transaction sees others. READ COMMITTED unless told; with null the work's own first statement says it, which
 * saves a round trip.
 */
export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE' | null;
}

/**
 * Runs work in one transaction. Repositories take its manager first, so that nothing is written beside it; what
 * must be announced is announced by the caller after this returned, that is, after commit.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Commits when `work` returns and rolls back when it throws; the error goes on to the caller. */
  inTransaction<T>(
    work: (manager: EntityManager) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const { isolation = 'READ COMMITTED' } = options;
    return isolation ? this.dataSource.transaction(isolation, work) : this.dataSource.transaction(work);
  }
}
