import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** Exit code by which the launcher says that somebody else holds the folder's lock. */
export const LOCK_IS_HELD = 75;

const NOBODY = 65_534;

/** A command line in front of a program of Postgres. */
export interface Launcher {
  command: string;
  args: string[];
}

/**
 * Builds the command that runs a Postgres program safely:
 * - Postgres refuses to run as root, so root enters a user namespace in which it is nobody (files stay root's);
 *   where namespaces are forbidden it becomes nobody, and `ownedPaths` are handed over first.
 * - `setpriv --pdeathsig=INT` shuts Postgres down cleanly when node dies, whatever killed node.
 * - `flock` holds `lockFile` for as long as any process of this Postgres lives, which the kernel guarantees, also
 *   between containers that share the folder. Under that lock a left-over postmaster.pid is certainly stale.
 * On systems without these tools the program is run as it is, and postmaster.pid alone guards the folder.
 */
export function launch(
  program: string,
  args: string[],
  options: { ownedPaths: string[]; lockFile?: string; stalePidFile?: string },
): Launcher {
  const steps: string[] = [];
  if (options.lockFile && options.stalePidFile && hasTool('flock', ['--version'])) {
    steps.push(
      'flock',
      '--nonblock',
      '--no-fork',
      '--conflict-exit-code',
      String(LOCK_IS_HELD),
      options.lockFile,
    );
    steps.push('sh', '-c', 'rm -f -- "$1"; shift; exec "$@"', 'sh', options.stalePidFile);
  }
  steps.push(...dropRoot(options.ownedPaths));
  if (hasTool('setpriv', ['--pdeathsig=INT', 'true'])) steps.push('setpriv', '--pdeathsig=INT');
  const [command = program, ...rest] = [...steps, program, ...args];
  return { command, args: rest };
}

function dropRoot(ownedPaths: string[]): string[] {
  if (process.getuid?.() !== 0) return [];
  const namespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (hasTool('unshare', [...namespace, 'true'])) return ['unshare', ...namespace];
  for (const path of ownedPaths) chownSync(path, NOBODY, NOBODY);
  return ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
}

function hasTool(name: string, args: string[]): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync(name, args, { stdio: 'ignore' }).status === 0;
}
