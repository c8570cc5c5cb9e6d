import { LIMITS } from '@roundtable/contracts';
import { pageRange, type SeqRange } from './page-range.js';

/** What a reader who comes back must be sent. */
export interface CatchUp extends SeqRange {
  /** True where what the reader holds is to be dropped. */
  reset: boolean;
}

/**
 * Decides what brings a reader who holds everything up to `since` of `epoch` to the head: the entries missed, or,
 * on a first visit, after a restored backup or too long an absence, the newest page.
 */
export function catchUpRange(
  held: { since: number | null; epoch: number | null },
  log: { head: number; epoch: number },
): CatchUp {
  const { since } = held;
  const isUsable =
    since !== null && held.epoch === log.epoch && since <= log.head && log.head - since <= LIMITS.syncEntries;
  if (isUsable) return { from: since + 1, to: log.head, reset: false };
  return { ...pageRange({ limit: LIMITS.syncNewestPage }, log.head), reset: true };
}
