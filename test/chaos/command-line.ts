import { resolve } from 'node:path';
import { startChild } from './child.js';

const MAIN = resolve('dist/apps/cli/src/main.js');
const RUN = `const { main } = await import(${JSON.stringify(MAIN)}); process.exitCode = await main(process.argv.slice(1));`;

/** Runs a command of `roundtable` as an operator does. @throws Error where it refuses. */
export async function runRoundtable(
  args: string[],
  { databaseUrl, logFile }: { databaseUrl: string; logFile: string },
): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const child = startChild(process.execPath, ['--input-type=module', '-e', RUN, '--', ...args], {
    logFile,
    env,
  });
  const code = await new Promise((ended) => child.once('exit', ended));
  if (code !== 0) throw new Error(`roundtable ${args[0]} ended with ${code}; see ${logFile}.`);
}
