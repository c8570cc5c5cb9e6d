import { longestSilences } from './availability.js';
import { addVerdict, checkRoom, emptyVerdict, type Verdict } from './checker.js';
import { startCluster, type Cluster, type Ground } from './cluster.js';
import { Crowd } from './crowd.js';
import { LeakSearch, type LeakReport } from './leak-search.js';
import { LINE_FAULTS } from './line-faults.js';
import { Nemesis } from './nemesis.js';
import { NODE_FAULTS } from './node-faults.js';
import { countOperations, playRound } from './round.js';
import { SeededRandom } from './seeded-random.js';

const ROUND_MS = 150_000;
const ALL_FAULTS = [...NODE_FAULTS, ...LINE_FAULTS];

/** How long and how big a run is. */
export interface RunPlan {
  seed: number;
  /** For everything, setting up and checking included. */
  totalMs: number;
  nodes: number;
  rooms: number;
  writers: number;
  paceMs: number;
  crowd: number;
  /** Kinds of fault; all where left out. */
  faults?: readonly string[];
  say(line: string): void;
}

/** What a run came to. */
export interface RunResult {
  verdict: Verdict;
  operations: Record<string, number>;
  faults: Record<string, number>;
  longestUnavailableMs: Record<string, number>;
  peakRssMiB: Record<string, number>;
  leaks: LeakReport;
  /** What ended without being told to, and what did not come back after a fault. */
  failures: string[];
  rounds: number;
  crowd: number;
}

/** Plays rounds on one installation until the time is up. */
export async function runChaos(ground: Ground, plan: RunPlan): Promise<RunResult> {
  const until = Date.now() + plan.totalMs;
  const random = new SeededRandom(plan.seed);
  const cluster = await startCluster(ground, { nodes: plan.nodes, random: random.fork() });
  const leaks = new LeakSearch(cluster);
  const faults = ALL_FAULTS.filter(({ kind }) => plan.faults?.includes(kind) ?? true);
  const nemesis = new Nemesis(faults, random.fork(), plan.say);
  const watch = setInterval(() => cluster.nodes.forEach((node) => node.noteMemory()), 1_000);
  const { sentinel } = leaks;
  const crowd = await Crowd.gather(cluster, { size: plan.crowd, random: random.fork(), sentinel });
  try {
    const tally = new Tally();
    while (Date.now() < until - tally.checkMs - 10_000 || tally.rounds === 0) {
      const left = until - Date.now() - tally.checkMs;
      const loadMs = Math.max(10_000, left < 1.6 * ROUND_MS ? left - 12_000 : ROUND_MS);
      await playOne({ cluster, crowd, nemesis, random }, { ...plan, loadMs, sentinel }, tally);
      await leaks.readMetrics();
    }
    tally.add(checkRoom(await crowd.tell()), countOperations([crowd.room]), []);
    const report = await leaks.report();
    return {
      verdict: tally.verdict,
      operations: tally.operations,
      faults: nemesis.counts(),
      longestUnavailableMs: longestSilences(tally.acknowledgedAt, nemesis.windows),
      peakRssMiB: Object.fromEntries(cluster.nodes.map(({ name, peakRssMiB }) => [name, peakRssMiB])),
      leaks: report,
      failures: [
        ...nemesis.failures,
        ...cluster.nodes
          .filter(({ crashes }) => crashes > 0)
          .map((node) => `${node.name} crashed ${node.crashes} times`),
      ],
      rounds: tally.rounds,
      crowd: crowd.size,
    };
  } finally {
    clearInterval(watch);
    crowd.close();
    await cluster.close();
  }
}

/** What all rounds came to so far. */
class Tally {
  verdict = emptyVerdict();
  readonly operations: Record<string, number> = {};
  readonly acknowledgedAt: number[][] = [];
  rounds = 0;
  /** How long the longest check took, so that the last one ends in time. */
  checkMs = 5_000;

  add(verdict: Verdict, operations: Record<string, number>, acknowledgedAt: number[][]): void {
    this.verdict = addVerdict(this.verdict, verdict);
    for (const [key, count] of Object.entries(operations))
      this.operations[key] = (this.operations[key] ?? 0) + count;
    this.acknowledgedAt.push(...acknowledgedAt);
  }
}

async function playOne(
  stage: { cluster: Cluster; crowd: Crowd; nemesis: Nemesis; random: SeededRandom },
  plan: RunPlan & { loadMs: number; sentinel: string },
  tally: Tally,
): Promise<void> {
  tally.rounds += 1;
  const startedAt = Date.now();
  plan.say(`Round ${tally.rounds}: ${Math.round(plan.loadMs / 1000)} s of load.`);
  const { rooms, writers, paceMs, loadMs, sentinel } = plan;
  const size = { writers, watchers: 2, victims: 3 };
  const name = `r${tally.rounds}`;
  const result = await playRound(stage, { name, rooms, size, paceMs, loadMs, sentinel });
  tally.add(result.verdict, result.operations, result.acknowledgedAt);
  tally.checkMs = Math.max(tally.checkMs, Date.now() - startedAt - loadMs);
  plan.say(`  acknowledged ${result.verdict.acknowledged}, findings ${result.verdict.findings.length}`);
  for (const finding of result.verdict.findings.slice(0, 20)) plan.say(`  ! ${finding}`);
}
