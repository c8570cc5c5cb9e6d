import { spawn, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { buildWhenNeeded } from './build.mjs';
import { isMain, ROOT } from './step.mjs';

const MAIN = ['--import', './test/support/typescript.mjs', 'test/load/main.ts'];
/** Two thousand connections need as many files, here and in the server. */
const FILES = 'ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -H -n)"; exec "$@"';

/** Builds the server and measures it; where it can, the load and Postgres get the last core for themselves. */
async function bench(args) {
  await buildWhenNeeded({ parts: ['server'] });
  const last = String(cpus().length - 1);
  const isPinned = cpus().length > 1 && spawnSync('taskset', ['-c', last, 'true']).status === 0;
  const place = isPinned ? ['taskset', '-c', last] : [];
  const child = spawn('sh', ['-c', FILES, 'sh', ...place, process.execPath, ...MAIN, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

if (isMain(import.meta)) {
  process.exitCode = await bench(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
}
