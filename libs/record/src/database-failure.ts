import { databaseFailureOf } from '@roundtable/platform';

/** Postgres codes of a failure after which the same act may succeed: lost serialisation, deadlock, lock or idle timeout. */
const CONTENTION = ['40001', '40P01', '55P03', '25P03'];

/** True where the database was busy, gone or not writable, so that nothing is wrong with the act itself. */
export function mayPass(error: unknown): boolean {
  return CONTENTION.includes(codeOf(error)) || databaseFailureOf(error) !== null;
}

/** True where Postgres itself refused, so that the transaction can only be rolled back. */
export function breaksTransaction(error: unknown): boolean {
  return mayPass(error) || /^[0-9A-Z]{5}$/.test(codeOf(error));
}

/** True where Postgres itself refused and was in order: nothing was written then, for certain. */
export function isUndone(error: unknown): boolean {
  return breaksTransaction(error) && databaseFailureOf(error) === null;
}

/** True where the unique index found that this person's client id is on the record already. */
export function isRepeatedClientId(error: unknown): boolean {
  return codeOf(error) === '23505' && constraintOf(error) === 'record_entries_client';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function constraintOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('constraint' in error) return String(error.constraint);
  return 'driverError' in error ? constraintOf(error.driverError) : '';
}
