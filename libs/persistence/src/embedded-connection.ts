import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { SteadyClient } from './steady-client.js';

const NAME = 'roundtable';

/** Gives the address of the database behind a socket folder. */
export function socketUrl(socketDir: string, database = NAME): string {
  return `postgresql://${NAME}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

/** Tells whether a Postgres behind a socket folder answers now. */
export async function connectsTo(socketDir: string): Promise<boolean> {
  if (!existsSync(join(socketDir, '.s.PGSQL.5432'))) return false;
  try {
    await withClient(socketUrl(socketDir, 'postgres'), (client) => client.query('SELECT 1'));
    return true;
  } catch {
    // Starting, recovering or stopping: the caller asks again or gives up.
    return false;
  }
}

/** Makes the database on first use. */
export async function ensureDatabase(socketDir: string): Promise<void> {
  await withClient(socketUrl(socketDir, 'postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  });
}

/** Runs `work` on one connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new SteadyClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while idle emits 'error'; without a listener that ends the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
