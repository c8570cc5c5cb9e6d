import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, withClient } from '@roundtable/persistence';

/** The Postgres of the benchmark, empty, with everything that makes an acknowledgement durable switched on. */
export interface BenchPostgres {
  /** Folder of the Unix socket, for programs that take a host. */
  host: string;
  version: string;
  /** Makes a database and gives its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Room for the log, so that no run is the one that meets a checkpoint. */
const SETTINGS = [`max_wal_size = '4GB'`, 'fsync = on', 'synchronous_commit = on', 'full_page_writes = on'];

/** Starts one in a folder of its own. It runs where this process runs. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const server = await EmbeddedPostgres.start({ dataDir, durable: true });
  const version = await withClient(server.url, async (client) => {
    for (const setting of SETTINGS) await client.query(`ALTER SYSTEM SET ${setting}`);
    await client.query('SELECT pg_reload_conf()');
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? '';
  });
  return {
    host: hostOf(server.url),
    version,
    createDatabase: async (name) => {
      await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
      return withDatabase(server.url, name);
    },
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function hostOf(url: string): string {
  const parsed = new URL(url);
  return parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname);
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.href;
}
