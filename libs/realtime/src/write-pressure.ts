/** How much a reader is spared: nothing, the ephemeral lane, all but the head, the connection itself. */
export type Pressure = 'none' | 'ephemeral' | 'headOnly' | 'cut';

/** Bytes waiting for one reader, in rising order, beyond which it is spared more; and how long it may stay behind. */
export interface PressureLimits {
  ephemeralBytes: number;
  headOnlyBytes: number;
  cutBytes: number;
  /** Longest that more waits than `cutBytes`: a single batch of long messages may be as much for a moment. */
  overMs: number;
  /** Longest that nothing at all gets through. */
  stuckMs: number;
  /** Longest that more waits than `ephemeralBytes`, even though some of it gets through. */
  behindMs: number;
}

/** One reader's buffer while it is behind. Times in ms of one clock. */
export interface Backlog {
  pressure: Pressure;
  /** Since when it is behind. */
  since: number;
  /** The fewest bytes that waited since then, and when: fewer than ever means that something got through. */
  fewest: number;
  fewestAt: number;
  /** Since when more waits than is borne for long; null for less. */
  overSince: number | null;
}

/** The limits that follow from the one that the operator sets. */
export function pressureLimits(headOnlyBytes: number): PressureLimits {
  return {
    ephemeralBytes: headOnlyBytes / 4,
    headOnlyBytes,
    cutBytes: headOnlyBytes * 16,
    overMs: 5_000,
    stuckMs: 10_000,
    behindMs: 60_000,
  };
}

/**
 * Judges a reader for whom `bytes` wait now; null for one that keeps up. A reader that was reduced to the head stays so
 * until it has caught up to the lowest limit: between the limits it would be reduced again at once.
 */
export function judgeBacklog(
  before: Backlog | null,
  bytes: number,
  now: number,
  limits: PressureLimits,
): Backlog | null {
  if (bytes <= limits.ephemeralBytes) return null;
  const { since = now, fewest = Infinity, fewestAt = now, overSince = null } = before ?? {};
  const backlog = {
    since,
    fewest: Math.min(fewest, bytes),
    fewestAt: bytes < fewest ? now : fewestAt,
    overSince: bytes > limits.cutBytes ? (overSince ?? now) : null,
  };
  if (isLost(backlog, now, limits)) return { ...backlog, pressure: 'cut' };
  const isReduced = bytes > limits.headOnlyBytes || before?.pressure === 'headOnly';
  return { ...backlog, pressure: isReduced ? 'headOnly' : 'ephemeral' };
}

function isLost(
  { since, fewestAt, overSince }: Omit<Backlog, 'pressure'>,
  now: number,
  { overMs, stuckMs, behindMs }: PressureLimits,
): boolean {
  const isOver = overSince !== null && now - overSince >= overMs;
  return isOver || now - fewestAt >= stuckMs || now - since >= behindMs;
}
