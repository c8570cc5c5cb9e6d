/**
 * Runs a piece of work again and again, `everyMs` after the last run ended, until stopped: runs never overlap, and a
 * failed one is reported and does not end the series. Does not keep the process alive.
 */
export class RepeatingTask {
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.running = this.work()
        .catch(this.onFailure)
        .then(() => this.start());
    }, this.everyMs);
    this.timer.unref();
  }

  /** Resolves when a run under way has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
