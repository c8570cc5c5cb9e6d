import { ERROR_SENTENCES } from '@roundtable/contracts';
import { DomainError } from './domain-error.js';

/** How many go through, how many may wait, and how long. */
export interface TurnstileLimits {
  atOnce: number;
  waiting: number;
  waitMs: number;
}

/** Refuses somebody for whom there is no room now; `data.retryAfterMs` is spread, so that they do not return together. */
export class Busy extends DomainError {
  constructor(spreadMs: number) {
    const retryAfterMs = Math.round(500 + Math.random() * spreadMs);
    super('busy', ERROR_SENTENCES.busy, { retryAfterMs }, true);
  }
}

/** Lets a bounded number of pieces of work run at once, a bounded number wait in order, and refuses the others. */
export class Turnstile {
  private running = 0;
  private readonly line = new Set<() => void>();

  constructor(private readonly limits: TurnstileLimits) {}

  /** How many run now. */
  get busy(): number {
    return this.running;
  }

  /** How many wait now. */
  get waiting(): number {
    return this.line.size;
  }

  /** @throws Busy where too many wait already, or the turn did not come in time. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.limits.atOnce) this.running += 1;
    else await this.waitForTurn();
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  /** The turn is handed over by who leaves, so that nobody who comes later slips in between. */
  private waitForTurn(): Promise<void> {
    const { waiting, waitMs } = this.limits;
    if (this.line.size >= waiting) return Promise.reject(new Busy(waitMs));
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.line.delete(enter);
        reject(new Busy(waitMs));
      }, waitMs);
      this.line.add(enter);
    });
  }

  private passOn(): void {
    const [next] = this.line;
    if (!next) {
      this.running -= 1;
      return;
    }
    this.line.delete(next);
    next();
  }
}
