/** Says how long to wait before each step, so that a play at `speed` keeps the log's own pauses. Long silences are cut. */
export class Pace {
  private readonly startedAt: number;
  private cutMs = 0;
  private lastMs = 0;

  constructor(
    private readonly speed: number,
    private readonly now: () => number,
    private readonly longestPauseMs = 5_000,
  ) {
    this.startedAt = now();
  }

  /** `afterMs` is the step's distance from the start of the log. */
  waitBefore(afterMs: number): number {
    const pauseMs = (afterMs - this.lastMs) / this.speed;
    this.cutMs += Math.max(0, pauseMs - this.longestPauseMs);
    this.lastMs = afterMs;
    const dueAt = this.startedAt + afterMs / this.speed - this.cutMs;
    return Math.max(0, dueAt - this.now());
  }
}
