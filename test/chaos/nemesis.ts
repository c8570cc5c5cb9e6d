import type { FaultWindow } from './availability.js';
import type { Fault, Stage } from './fault.js';
import type { SeededRandom } from './seeded-random.js';
import { pause } from './wait.js';

/** Lets one fault after another happen, in an order that the seed decides: every kind once before any comes again. */
export class Nemesis {
  readonly windows: FaultWindow[] = [];
  /** Faults that could not be undone, or after which something did not come back. */
  readonly failures: string[] = [];
  private deck: Fault[] = [];

  constructor(
    private readonly faults: readonly Fault[],
    private readonly random: SeededRandom,
    private readonly say: (line: string) => void,
  ) {}

  /** Strikes until the time is up; the fault under way is undone before this resolves. */
  async rage(stage: Omit<Stage, 'random'>, until: number): Promise<void> {
    await pause(this.random.between(500, 1_500));
    while (Date.now() < until) {
      await this.strike(this.draw(), stage);
      await pause(this.random.between(300, 2_000));
    }
  }

  /** How often each kind was, also those that never were. */
  counts(): Record<string, number> {
    const counts = Object.fromEntries(this.faults.map(({ kind }) => [kind, 0]));
    for (const { kind } of this.windows) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  private async strike(fault: Fault, stage: Omit<Stage, 'random'>): Promise<void> {
    const from = Date.now();
    await fault.strike({ ...stage, random: this.random }).catch((error: unknown) => {
      this.failures.push(`${fault.kind}: ${error instanceof Error ? error.message : String(error)}`);
    });
    const to = Date.now();
    this.windows.push({ kind: fault.kind, from, to });
    this.say(`  ${fault.kind} (${((to - from) / 1000).toFixed(1)} s)`);
  }

  private draw(): Fault {
    if (this.deck.length === 0) this.deck = this.random.shuffle(this.faults);
    return this.deck.pop() as Fault;
  }
}
