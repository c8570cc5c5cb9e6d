import { rmSync } from 'node:fs';
import { blankDatabase } from './postgres.js';
import { scratchFolder } from './scratch-folder.js';

/** What an installation is kept in: a data folder of its own, and a database where the tests run on one. */
export interface Installation {
  dataDir: string;
  /** Settings that point a server or a command line at it. */
  settings: Record<string, string>;
  dispose(): Promise<void>;
}

/**
 * Makes an empty place for a server to live in. With DATABASE_URL set for the tests it has a new database on that
 * server; else the embedded Postgres will keep one in the data folder.
 */
export async function freshInstallation(): Promise<Installation> {
  const dataDir = scratchFolder('roundtable-e2e-');
  const database = process.env['DATABASE_URL'] ? await blankDatabase() : undefined;
  return {
    dataDir,
    settings: {
      ROUNDTABLE_DATA_DIR: dataDir,
      DATABASE_URL: database?.url ?? '',
      REDIS_URL: process.env['REDIS_URL'] ?? '',
    },
    dispose: async () => {
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The environment of a child process; an empty value in the settings means: not set at all. */
export function environmentWith(settings: Record<string, string>): Record<string, string> {
  const all = Object.entries({ ...process.env, ...settings });
  return Object.fromEntries(all.filter((each): each is [string, string] => Boolean(each[1])));
}
