import { TIMINGS } from '@roundtable/contracts';

/** So many may go out right behind one another after a rest. */
const BURST = 10;

/**
 * Spaces out what one page sends of a document: at once for somebody who types, evenly for a program that never rests, so
 * that it stays well below what a tab may ask.
 */
export class SendingPace {
  private credit = BURST;
  private countedAt: number;

  constructor(private readonly now: () => number) {
    this.countedAt = now();
  }

  /** Counts one that is sent. Returns how many ms after it the next may be. */
  spend(): number {
    const now = this.now();
    const gained = (now - this.countedAt) / TIMINGS.documentUpdateEveryMs;
    this.credit = Math.min(BURST, this.credit + gained) - 1;
    this.countedAt = now;
    return Math.max(0, 1 - this.credit) * TIMINGS.documentUpdateEveryMs;
  }
}
