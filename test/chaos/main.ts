import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { layGround } from './cluster.js';
import { runChaos } from './chaos-run.js';
import { playPlantedBugs, PLANTED_BUGS, type PlantedResult } from './planted/planted-runs.js';
import { summarise } from './report.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '15' },
    seed: { type: 'string' },
    json: { type: 'string' },
    bugs: { type: 'string' },
    'bugs-only': { type: 'boolean', default: false },
    nodes: { type: 'string', default: '2' },
    rooms: { type: 'string', default: '2' },
    writers: { type: 'string', default: '20' },
    pace: { type: 'string', default: '60' },
    crowd: { type: 'string', default: '1000' },
    faults: { type: 'string' },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

process.exitCode = (await main()) ? 0 : 1;

/** True where every promise was kept and every planted bug was caught. */
async function main(): Promise<boolean> {
  const startedAt = Date.now();
  say(`Chaos with seed ${seed}.`);
  const ground = await layGround();
  try {
    const plantedBugs: PlantedResult[] = await playPlantedBugs(ground, { seed, names: chosenBugs(), say });
    const run = values['bugs-only']
      ? null
      : await runChaos(ground, {
          seed,
          totalMs: Number(values.minutes) * 60_000,
          nodes: Number(values.nodes),
          rooms: Number(values.rooms),
          writers: Number(values.writers),
          paceMs: Number(values.pace),
          crowd: Number(values.crowd),
          faults: values.faults?.split(','),
          say,
        });
    const machine = {
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    };
    const summary = summarise({ seed, tookMs: Date.now() - startedAt, machine, plantedBugs, run });
    if (values.json) writeFileSync(values.json, `${JSON.stringify(summary.json, null, 2)}\n`);
    summary.lines.forEach(say);
    return summary.isGood;
  } finally {
    await ground.close();
  }
}

/** `--bugs none` or a list of names with commas; all unless told. */
function chosenBugs(): string[] {
  if (values.bugs === undefined) return Object.keys(PLANTED_BUGS);
  return values.bugs === 'none' ? [] : values.bugs.split(',').map((name) => name.trim());
}
