import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/live-client.js';

/** A run of its own: it finds its programs, starts a Postgres and a server, and ends. */
const SLOWEST_MS = 180_000;

describe('a run of the tests that somebody stops', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'with %s leaves no server and no Postgres behind',
    async (signal) => {
      const mark = randomUUID();
      const tests = ['--selectProjects', 'e2e', 'test/e2e/platform/start.e2e.ts'];
      const run = spawn(process.execPath, ['scripts/test.mjs', ...tests], {
        env: { ...process.env, ROUNDTABLE_TEST_MARK: mark },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [run.stdout, run.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const ended = new Promise<number | null>((done) => run.once('close', done));
      const hasPostgres = () => marked(mark).some((command) => / -D \S+roundtable-e2e-/.test(command));
      await eventually('a server of the tests has its Postgres', hasPostgres, 120_000);
      const folders = marked(mark).flatMap((command) => / -D (\S+)\/pg /.exec(command)?.[1] ?? []);
      run.kill(signal);
      expect(await ended).toBe(1);
      expect(output).toContain(`Stopped by ${signal} during the e2e tests.`);
      await eventually('nobody of the run is left', () => marked(mark).length === 0, 20_000);
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
    SLOWEST_MS,
  );
});

/** The command lines of the living processes that have the mark in their environment. */
function marked(mark: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const isMarked = readProc(pid, 'environ').includes(mark);
      return isMarked ? [readProc(pid, 'cmdline').replaceAll('\0', ' ')] : [];
    });
}

/** Empty for one that has ended meanwhile, and for what this user may not see. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
