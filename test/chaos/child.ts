import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';

const running = new Set<ChildProcess>();

// Whatever ends this process, what it started ends with it.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** Starts a program whose output goes to the end of a file. */
export function startChild(
  command: string,
  args: string[],
  { logFile, env = process.env }: { logFile: string; env?: NodeJS.ProcessEnv },
): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { env, stdio: ['ignore', log, log] });
  closeSync(log);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export function isRunning(child: ChildProcess | null): child is ChildProcess {
  return child !== null && child.exitCode === null && child.signalCode === null;
}

/** Sends a signal and waits for the end; SIGKILL follows after `withinMs`. */
export async function endChild(
  child: ChildProcess | null,
  signal: NodeJS.Signals,
  withinMs = 20_000,
): Promise<void> {
  if (!isRunning(child)) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await ended;
  clearTimeout(force);
}
