/**
 * Gives the time of the next entry: the wished one, but never before its predecessor's. Epoch milliseconds;
 * `last` is null for the first entry of a record.
 */
export function timeAfter(last: number | null, wished: number): number {
  return last === null ? wished : Math.max(last, wished);
}
