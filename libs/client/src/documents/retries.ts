import { TIMINGS, type WireError } from '@roundtable/contracts';
import { retryAfterMs } from '../connection.js';
import { backoffMs, type Timers } from '../timers.js';

/** Tries one thing again, after each failure later, and no sooner than the server asked. */
export class Retries {
  private failures = 0;
  private cancel: (() => void) | null = null;

  constructor(private readonly timers: Timers) {}

  get isWaiting(): boolean {
    return this.cancel !== null;
  }

  /** `error` is what the server said, null where it said nothing. */
  later(error: WireError | null, again: () => void): void {
    const { reconnectMinMs, reconnectMaxMs } = TIMINGS;
    const delay = retryAfterMs(error) + backoffMs(this.failures, this.timers, reconnectMinMs, reconnectMaxMs);
    this.failures += 1;
    this.stop();
    this.cancel = this.timers.after(delay, () => {
      this.cancel = null;
      again();
    });
  }

  /** The next failure is the first again. */
  succeeded(): void {
    this.failures = 0;
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }
}
