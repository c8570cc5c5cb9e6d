import type { Timers } from '../timers.js';

/** A clock that only moves when told to, with chance from a seed. */
export class VirtualTimers implements Timers {
  private time = Date.UTC(2026, 4, 12, 9);
  private readonly due = new Map<object, { at: number; run: () => void }>();

  constructor(readonly random: () => number = () => 0.5) {}

  readonly now = (): number => this.time;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const key = {};
    this.due.set(key, { at: this.time + ms, run });
    return () => this.due.delete(key);
  };

  get pending(): number {
    return this.due.size;
  }

  /** Runs everything due within `ms`, in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (let next = this.next(); next !== null && next[1].at <= end; next = this.next()) {
      this.due.delete(next[0]);
      this.time = next[1].at;
      next[1].run();
    }
    this.time = end;
  }

  private next(): [object, { at: number; run: () => void }] | null {
    const inOrder = [...this.due].sort((a, b) => a[1].at - b[1].at);
    return inOrder[0] ?? null;
  }
}

/** Chance that repeats for one seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lets everything that waits for nothing but its turn have it. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
