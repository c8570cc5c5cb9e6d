import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { environmentWith, freshInstallation } from './installation.js';

const MAIN = resolve('dist/apps/api/src/main.js');
const START_DEADLINE_MS = 60_000;

/** A whole server in a process of its own, as an operator runs it. */
export interface RunningRoundtable {
  url: string;
  dataDir: string;
  /** What a command line needs to work on the same data. */
  settings: Record<string, string>;
  /** Everything the process has printed so far. */
  output(): string;
  /** The personal or set-up links it printed, in order. */
  links(): string[];
  stop(): Promise<void>;
  /** kill -9: nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** Starts again on the same data and the same port. */
  restart(): Promise<void>;
  /** Stops and removes the data. */
  dispose(): Promise<void>;
}

/**
 * Starts the built server on a free port, with data of its own: on the embedded Postgres, or in a new database where
 * DATABASE_URL is set for the tests. What `env` says comes first; an empty value there means: not set.
 */
export async function startRoundtable(env: Record<string, string> = {}): Promise<RunningRoundtable> {
  const installation = await freshInstallation();
  const port = env.PORT ?? String(await findFreePort());
  const url = `http://localhost:${port}`;
  const settings: Record<string, string> = {
    ROUNDTABLE_SAMPLE: '0',
    ...installation.settings,
    ...env,
    PORT: port,
  };
  let running = await launch(url, settings);
  return {
    url,
    dataDir: settings.ROUNDTABLE_DATA_DIR ?? installation.dataDir,
    settings,
    output: () => running.output(),
    links: () =>
      [...running.output().matchAll(/https?:\/\/\S+\/(?:join|setup)\/[\w-]+/g)].map(([link]) => link),
    stop: () => end(running.child, 'SIGTERM'),
    kill: () => end(running.child, 'SIGKILL'),
    restart: async () => {
      running = await launch(url, settings);
    },
    dispose: async () => {
      await end(running.child, 'SIGTERM');
      await installation.dispose();
    },
  };
}

async function launch(url: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...environmentWith(settings), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output}`);
    if (Date.now() > deadline) throw new Error(`The server was not ready in time:\n${output}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return { child, output: () => output };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  return ended;
}

/** Asks the kernel for ports until one lies below the ephemeral range, where outgoing connections cannot take it. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const isFree = await new Promise<boolean>((answer) => {
      const server = createServer();
      server.once('error', () => answer(false));
      server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
    });
    if (isFree) return port;
  }
  throw new Error('No free port was found between 20000 and 32000.');
}
