import type { RunResult } from './chaos-run.js';
import type { PlantedResult } from './planted/planted-runs.js';

/** Memory of a node under this load; more means that something grows without bound. */
const MOST_RSS_MIB = 700;
/** Every one of these is 0 where the promises were kept. */
const BREACHES = ['lost', 'duplicated', 'reordered', 'gaps', 'diverged', 'afterRemoval', 'unlawful'] as const;

/** Everything there is to report. `run` is null where only the planted bugs were played. */
export interface Played {
  seed: number;
  tookMs: number;
  machine: Record<string, unknown>;
  plantedBugs: PlantedResult[];
  run: RunResult | null;
}

/** Makes the JSON, the lines for people, and the answer whether all is good. */
export function summarise({ seed, tookMs, machine, plantedBugs, run }: Played): {
  json: object;
  lines: string[];
  isGood: boolean;
} {
  const problems = [...problemsOf(run), ...missed(plantedBugs)];
  const caught = plantedBugs.filter((bug) => bug.caught).length;
  const json = {
    seed,
    tookMs,
    machine,
    ...(run && figuresOf(run)),
    plantedBugs,
    problems,
  };
  const lines = [
    ...(run ? linesOf(run) : []),
    ...(plantedBugs.length > 0 ? [`Planted bugs caught: ${caught} of ${plantedBugs.length}`] : []),
    ...problems.map((problem) => `Problem: ${problem}`),
    problems.length === 0
      ? `Chaos with seed ${seed}: every promise held.`
      : `Chaos with seed ${seed}: FAILED.`,
  ];
  return { json, lines, isGood: problems.length === 0 };
}

function figuresOf({ verdict, leaks, ...rest }: RunResult): object {
  const { findings, ...counts } = verdict;
  const { peakRssMiB: byNode } = rest;
  const peaks = { peakRssMiB: Math.max(...Object.values(byNode)), peakRssMiBByNode: byNode };
  return { ...counts, leaked: leaks.leaked, leaks, ...rest, ...peaks, findings: findings.slice(0, 100) };
}

function linesOf({
  verdict,
  leaks,
  faults,
  longestUnavailableMs,
  peakRssMiB,
  operations,
}: RunResult): string[] {
  const breaches = BREACHES.map((key) => `${key} ${verdict[key]}`).join(', ');
  return [
    `acknowledged ${verdict.acknowledged}, ${breaches}, leaked ${leaks.leaked}`,
    `operations: ${pairs(operations)}`,
    `highest memory, MiB: ${pairs(peakRssMiB)}`,
    'faults, how often and the longest silence of a room in ms:',
    ...Object.entries(faults).map(
      ([kind, times]) => `  ${kind}: ${times}, ${longestUnavailableMs[kind] ?? '-'}`,
    ),
  ];
}

function problemsOf(run: RunResult | null): string[] {
  if (!run) return [];
  const { verdict, leaks, peakRssMiB } = run;
  return [
    ...run.failures,
    ...BREACHES.filter((key) => verdict[key] > 0).map((key) => `${key}: ${verdict[key]}`),
    ...verdict.findings.slice(0, 30),
    ...(leaks.leaked > 0 ? [`words of a members-only room leaked: ${JSON.stringify(leaks.places)}`] : []),
    ...leaks.blind.map((place) => `the search found nothing in ${place}, not even its control`),
    ...(leaks.said === 0 ? ['nothing that was said could be looked for'] : []),
    ...Object.entries(peakRssMiB)
      .filter(([, peak]) => peak > MOST_RSS_MIB)
      .map(([node, peak]) => `${node} took ${peak} MiB, more than ${MOST_RSS_MIB}`),
    ...(verdict.acknowledged === 0 ? ['nothing was acknowledged'] : []),
  ];
}

function missed(plantedBugs: readonly PlantedResult[]): string[] {
  return plantedBugs
    .filter(({ caught }) => !caught)
    .map(({ name }) => `the planted bug "${name}" was not caught`);
}

function pairs(record: Record<string, number>): string {
  return Object.entries(record)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
}
