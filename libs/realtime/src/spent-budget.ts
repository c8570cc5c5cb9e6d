/** Counts what is spent under many keys in windows of time, and forgets keys whose window is over. */
export class SpentBudget {
  private readonly spent = new Map<string, { points: number; endsAt: number }>();
  private sweepAt = 0;

  /** `points` may be spent under each key in `windowMs`, which begins with the first spending. */
  constructor(private readonly limits: { points: number; windowMs: number }) {}

  /** Spends, and returns 0; or, where the points are used up, in how many ms there are new ones. `now` in epoch ms. */
  spend(key: string, cost: number, now: number): number {
    if (now >= this.sweepAt) this.sweep(now);
    const window = this.spent.get(key);
    if (!window || window.endsAt <= now) {
      this.spent.set(key, { points: cost, endsAt: now + this.limits.windowMs });
      return cost > this.limits.points ? this.limits.windowMs : 0;
    }
    window.points += cost;
    return window.points > this.limits.points ? window.endsAt - now : 0;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.spent.size;
  }

  private sweep(now: number): void {
    this.sweepAt = now + this.limits.windowMs;
    for (const [key, { endsAt }] of this.spent) if (endsAt <= now) this.spent.delete(key);
  }
}
