import { startRedis } from '../support/redis.js';
import { Contestants } from './contestants.js';
import { probeDisk } from './disk-probe.js';
import { draftingRows } from './drafting-rows.js';
import type { BenchOptions } from './options.js';
import { bestSingleRowRate, findPgbench } from './pgbench.js';
import { describeMachine, describeVersions, type Report } from './report.js';
import { catchUpTurns, idleTurn, latencyTurn, measureRows, saturationTurn, type Row } from './rows.js';
import type { Contestant } from './run.js';
import { Samples } from './samples.js';
import { fitLine, median } from './statistics.js';
import { judge } from './targets.js';

const OURS = 'roundtable';
const QUICK = { warmUpMs: 1_200, measuredMs: 2_000 };
const SLOW = { warmUpMs: 2_000, measuredMs: 3_000 };
const LATENCY_MS = 4_000;
/** Messages on their way in all rooms together; the same for everybody who is compared. */
const SHAPES = {
  '1x10': { rooms: 1, people: 10, outstanding: 640 },
  '1x50': { rooms: 1, people: 50, outstanding: 320 },
  '40x50': { rooms: 40, people: 50, outstanding: 640 },
  '1x500': { rooms: 1, people: 500, outstanding: 320 },
  '1x2000': { rooms: 1, people: 2_000, outstanding: 320 },
} as const;

/** Runs the benchmark. What is wanted is in `options`; a line for each measurement goes to standard error. */
export async function bench(options: BenchOptions): Promise<Report> {
  const startedAt = new Date();
  const contestants = await Contestants.prepare(options.server);
  const redis = await startRedis();
  const samples = new Samples();
  const voidRuns: string[] = [];
  const notMeasured: string[] = [];
  try {
    const rows = (await chooseRows(contestants, redis.url, samples, options)).filter(isWanted(options));
    if (rows.some(({ name }) => name === '1x10') && findPgbench() === null)
      notMeasured.push('pgbench, which is not installed');
    await measureRows(rows, {
      rounds: options.rounds,
      samples,
      failed: (what) => voidRuns.push(what),
      told: (line) => process.stderr.write(`${line}\n`),
    });
    return {
      at: startedAt.toISOString(),
      seconds: Math.round((Date.now() - startedAt.getTime()) / 1_000),
      rounds: options.rounds,
      machine: describeMachine(probeDisk()),
      versions: describeVersions(contestants.postgres.version),
      rows: samples.rows(),
      growth: growthOf(samples),
      targets: judge(samples),
      voidRuns,
      notMeasured,
    };
  } finally {
    await contestants.close();
    await redis.stop();
  }
}

function isWanted({ filters }: BenchOptions): (row: Row) => boolean {
  return ({ name }) => filters.length === 0 || filters.some((word) => name.includes(word));
}

async function chooseRows(
  contestants: Contestants,
  redisUrl: string,
  samples: Samples,
  { all }: BenchOptions,
): Promise<Row[]> {
  const ours = await contestants.roundtable(OURS);
  const bare = await contestants.rival('bare', 'each');
  const tick = await contestants.rival('tick', 'tick');
  const insert = await contestants.rival('insert', 'insert');
  const two = await contestants.roundtable('two nodes', { nodes: 2, redis: redisUrl });
  const adapter = await contestants.rival('redis-adapter', 'each', { nodes: 2, redis: redisUrl });
  const saturation = (name: keyof typeof SHAPES, some: readonly Contestant[]): Row => {
    const duration = SHAPES[name].people > 500 ? SLOW : QUICK;
    return { name, turns: some.map((each) => saturationTurn(each, SHAPES[name], duration)) };
  };
  const half = (each: Contestant) => () => ({
    people: 50,
    perSecond: Math.max(
      1,
      Math.round(median(samples.of('1x50', each.name, 'messagesPerSecond')) / 2) || 1_000,
    ),
    measuredMs: LATENCY_MS,
  });
  const steady = { people: 50, perSecond: 60, measuredMs: LATENCY_MS };
  const brisk = { people: 50, perSecond: 600, measuredMs: LATENCY_MS };
  const row10 = saturation('1x10', [ours, bare]);
  return [
    { name: row10.name, turns: [...row10.turns, ...pgbenchTurns(contestants)] },
    saturation('1x50', [ours, bare, tick, insert]),
    saturation('40x50', [ours, bare, ...(all ? [tick, insert] : [])]),
    saturation('1x500', [ours, bare, tick]),
    saturation('1x2000', [ours, bare, ...(all ? [tick] : [])]),
    { name: '60/s', turns: [ours, bare, insert].map((each) => latencyTurn(each, () => steady)) },
    { name: 'half of saturation', turns: [ours, bare].map((each) => latencyTurn(each, half(each))) },
    {
      name: '600/s',
      turns: [latencyTurn(ours, () => brisk), latencyTurn(two, () => ({ ...brisk, isAcrossNodes: true }))],
    },
    { name: 'two nodes', turns: [two, adapter].map((each) => saturationTurn(each, SHAPES['1x50'], QUICK)) },
    {
      name: 'idle',
      turns: [
        idleTurn(OURS, contestants, () => contestants.roundtable(OURS)),
        idleTurn('bare', contestants, () => contestants.rival('bare', 'each')),
      ],
    },
    { name: 'catch-up', turns: catchUpTurns(contestants, ours) },
    ...draftingRows(contestants, ours),
  ];
}

function pgbenchTurns(contestants: Contestants): Row['turns'] {
  const pgbench = findPgbench();
  if (pgbench === null) return [];
  const place = { host: contestants.postgres.host, url: contestants.rivalUrl };
  return [
    {
      contestant: 'pgbench',
      measure: async () => ({ messagesPerSecond: await bestSingleRowRate(pgbench, place) }),
    },
  ];
}

/** CPU of one message against those it is delivered to. */
function growthOf(samples: Samples): Report['growth'] {
  const points = (['1x50', '1x500', '1x2000'] as const).flatMap((row) => {
    const cpu = median(samples.of(row, OURS, 'cpuMsPerThousandDeliveries'));
    const { people } = SHAPES[row];
    return Number.isNaN(cpu) ? [] : [{ x: people, y: (cpu * people) / 1_000 }];
  });
  return points.length < 3 ? null : fitLine(points);
}
