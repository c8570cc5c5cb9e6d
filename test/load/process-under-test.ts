import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** The core that servers run on; everything else of the benchmark has the last one. */
export const SERVER_CORE = '0';
export const OTHER_CORE = String(cpus().length - 1);
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 5_000;
const TICKS_PER_SECOND = 100;

/** A server in a process of its own, on a core of its own where that can be had. */
export interface ProcessUnderTest {
  url: string;
  /** Milliseconds from the start of the process until it answered. */
  bootMs: number;
  /** CPU time used so far, in ms. */
  cpuMs(): number;
  /** Resident memory in KiB. */
  residentKiB(): number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
// Whatever ends the benchmark, its servers end with it.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** True where the benchmark can put programs on cores. */
export function canPin(): boolean {
  return cpus().length > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
}

/** Starts `node` with these arguments and returns when `ready` (a path) is answered. */
export async function startProcess(
  args: readonly string[],
  { port, env = {}, ready }: { port: number; env?: Record<string, string>; ready: string },
): Promise<ProcessUnderTest> {
  const startedAt = performance.now();
  const command = [process.execPath, ...args];
  const [program = '', ...rest] = canPin() ? ['taskset', '-c', SERVER_CORE, ...command] : command;
  const child = spawn(program, rest, {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-10_000)));
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}${ready}`))) {
    if (child.exitCode !== null) throw new Error(`${args[0]} ended with ${child.exitCode}:\n${output}`);
    if (performance.now() - startedAt > START_WITHIN_MS)
      throw new Error(`${args[0]} did not answer:\n${output}`);
    await delay(10);
  }
  return { url, bootMs: performance.now() - startedAt, ...readings(child), stop: () => stop(child) };
}

function readings({ pid = 0 }: ChildProcess) {
  return {
    cpuMs: () => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000;
    },
    residentKiB: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  return ended.finally(() => clearTimeout(force));
}
