import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { environmentWith } from './installation.js';

const BIN = resolve('apps/cli/bin/roundtable.mjs');

/** How a command line ended. */
export interface CommandEnd {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `roundtable <words>` as a process of its own, to its end. */
export function roundtable(words: string[], settings: Record<string, string> = {}): Promise<CommandEnd> {
  const child = spawn(process.execPath, [BIN, ...words], {
    env: environmentWith(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end: CommandEnd = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (end.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (end.stderr += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ ...end, code })));
}

/** Like `roundtable`, but anything else than exit code 0 throws: for the set-up of a test. */
export async function mustRun(words: string[], settings: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await roundtable(words, settings);
  if (code !== 0) throw new Error(`roundtable ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}
