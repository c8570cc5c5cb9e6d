import { isNativeError } from 'node:util/types';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import { DomainError } from './domain-error.js';

/** What keeps the database from doing what nothing is wrong with; all of it may pass. */
export type DatabaseFailure = 'unavailable' | 'busy' | 'not_writable';

/** Full disk, failed file access, a database or a standby that only reads. */
const NOT_WRITABLE = ['53100', '58030', '25006'];
/** Too many connections. */
const CROWDED = ['53300'];
/** Classes: connection lost, out of resources, operator intervention. */
const GONE = ['08', '53', '57'];
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'ENOENT'];
/** What the driver says without a code. */
const BROKEN_CONNECTION =
  /^(Connection terminated|Client has encountered a connection error|Client was closed)/;
const CONNECTION_CALLS = ['connect', 'read', 'write'];
const RETRY_AFTER_MS: Partial<Record<DatabaseFailure, number>> = { busy: 1_000, not_writable: 3_000 };

/** Says how the database failed; null where the error is of another kind. Codes are Postgres's SQLSTATEs and Node's. */
export function databaseFailureOf(error: unknown): DatabaseFailure | null {
  if (!isNativeError(error)) return null;
  if (error.message.startsWith('timeout exceeded when trying to connect')) return 'busy';
  if (BROKEN_CONNECTION.test(error.message)) return 'unavailable';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (NOT_WRITABLE.includes(code)) return 'not_writable';
  if (CROWDED.includes(code)) return 'busy';
  if (NETWORK.includes(code)) {
    const isConnection = 'syscall' in error && CONNECTION_CALLS.includes(String(error.syscall));
    return isConnection ? 'unavailable' : null;
  }
  return /^[0-9A-Z]{5}$/.test(code) && GONE.includes(code.slice(0, 2)) ? 'unavailable' : null;
}

/** The refusal that tells the caller of it, with `data.retryAfterMs` where waiting has a measure. */
export function databaseRefusal(failure: DatabaseFailure): DomainError {
  const retryAfterMs = RETRY_AFTER_MS[failure];
  const data = retryAfterMs === undefined ? undefined : { retryAfterMs };
  return new DomainError(failure, ERROR_SENTENCES[failure], data, true);
}
