import '../test/support/typescript.mjs';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildWhenNeeded } from './build.mjs';
import { runAsGroup } from './process-group.mjs';
import { findPrograms } from './requirements.mjs';
import { isMain } from './step.mjs';

const MAIN = ['--import', './test/support/typescript.mjs', 'test/load/main.ts'];
/** Two thousand connections need as many files, here and in the server. */
const FILES = 'ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -H -n)"; exec "$@"';

/** Builds the server and measures it; where it can, the load and Postgres get the last core for themselves. */
async function bench(args) {
  await findPrograms(['redis-server']);
  await buildWhenNeeded({ parts: ['server'] });
  const last = String(cpus().length - 1);
  const isPinned = cpus().length > 1 && spawnSync('taskset', ['-c', last, 'true']).status === 0;
  const place = isPinned ? ['taskset', '-c', last] : [];
  const command = ['-c', FILES, 'sh', ...place, process.execPath, ...MAIN, ...args];
  const { code, stoppedBy } = await runAsGroup('sh', command, { echo: true });
  return stoppedBy === null ? code : 130;
}

const NAMES = {
  wordsToOther: 'words said until another sees them',
  captureToEditor: 'P until the proposal can be worked on',
  captureToOther: 'P until another sees the proposal',
  selectionToEditor: 'the whole, with a drag as fast as a machine drags',
};

/** `npm run bench -- ui [--rounds N] [--json FILE]`: what people wait for at the screen, in Chromium. */
async function benchScreens(args) {
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const { chromium } = await findPrograms(['chromium']);
  process.env.CHROMIUM_PATH = chromium;
  await buildWhenNeeded();
  const { measureCapture, MOST_ROUNDS } = await import('../test/browser/support/capture-bench.ts');
  const rounds = Number(option('--rounds') ?? MOST_ROUNDS);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MOST_ROUNDS)
    throw new Error(`--rounds is a whole number from 1 to ${MOST_ROUNDS}.`);
  const report = await measureCapture(rounds);
  process.stdout.write(
    `\nFrom words on the record to a proposal: ${report.acts.join(', ')}. ms, median (min-max):\n`,
  );
  for (const [name, { median, min, max }] of Object.entries(report.figures))
    process.stdout.write(
      `${NAMES[name].padEnd(52)} ${median.toFixed(0)} (${min.toFixed(0)}-${max.toFixed(0)})\n`,
    );
  const file = option('--json');
  if (file) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return 0;
}

if (isMain(import.meta)) {
  const args = process.argv.slice(2);
  process.exitCode = await (args[0] === 'ui' ? benchScreens(args.slice(1)) : bench(args)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
}
