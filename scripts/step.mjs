import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command of the build with a line to `progress`; what it printed is shown only when it failed. */
export async function step(title, command, args, { progress = process.stdout } = {}) {
  const startedAt = Date.now();
  progress.write(`${title} ...`);
  const { code, output } = await run(command, args);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  progress.write(code === 0 ? ` done in ${seconds} s\n` : ` failed after ${seconds} s\n`);
  if (code !== 0) throw new Error(`${output.trim()}\n\n${title} failed (${command} ended with ${code}).`);
}

/**
 * Runs a command to its end and returns its exit code and everything it printed; `started` is handed the process, and
 * `detached` makes it the head of a process group.
 */
export function run(
  command,
  args,
  { env = process.env, echo = false, started = () => undefined, detached = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    started(child);
    let output = '';
    const keep = (stream) => (chunk) => {
      output += chunk;
      if (echo) stream?.write(chunk);
    };
    child.stdout.on('data', keep(echo === 'stderr' ? undefined : process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** True when the module was started by node, not imported. */
export function isMain(meta) {
  return process.argv[1] !== undefined && fileURLToPath(meta.url) === process.argv[1];
}
