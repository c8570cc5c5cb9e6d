/** The clock and chance that everything in this library that waits is given, so that tests need not wait. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after `ms`; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
  /** From 0 up to but not including 1. */
  random(): number;
}

/** The machine's own clock and chance. */
export const realTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** How long to wait before attempt number `attempt` (from 0): anything up to a bound that doubles ("full jitter"). */
export function backoffMs(attempt: number, timers: Timers, minMs: number, maxMs: number): number {
  const bound = Math.min(maxMs, minMs * 2 ** Math.min(attempt, 20));
  return Math.round(timers.random() * bound);
}
