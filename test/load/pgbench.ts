import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withClient } from '@roundtable/persistence';
import { textOf } from './message-text.js';
import { canPin, SERVER_CORE } from './process-under-test.js';

const DEBIAN = '/usr/lib/postgresql';
const CLIENTS = [8, 32];
const SECONDS = 2;
const SCRIPT = `INSERT INTO pgbench_rows (room, body) VALUES (gen_random_uuid(), '${textOf(0).replaceAll("'", "''")}');\n`;

/** Where pgbench is, null where it is not installed. */
export function findPgbench(): string | null {
  if (spawnSync('pgbench', ['--version']).status === 0) return 'pgbench';
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  return versions.map((version) => join(DEBIAN, version, 'bin/pgbench')).find(existsSync) ?? null;
}

/** Commits single rows of the size of a message as fast as Postgres takes them, and gives the best rate per second. */
export async function bestSingleRowRate(
  pgbench: string,
  { host, url }: { host: string; url: string },
): Promise<number> {
  await withClient(url, (client) =>
    client.query(
      'CREATE TABLE IF NOT EXISTS pgbench_rows (id bigserial PRIMARY KEY, room uuid, body text, at timestamptz DEFAULT now())',
    ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-pgbench-'));
  const file = join(folder, 'insert.sql');
  writeFileSync(file, SCRIPT);
  try {
    const rates: number[] = [];
    for (const clients of CLIENTS) rates.push(await run(pgbench, file, { host, url, clients }));
    return Math.max(...rates);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  pgbench: string,
  file: string,
  { host, url, clients }: { host: string; url: string; clients: number },
): Promise<number> {
  const { username, pathname } = new URL(url);
  const place = ['-h', host, '-U', username, pathname.slice(1)];
  const load = ['-n', '-M', 'prepared', '-f', file, '-c', String(clients), '-j', '1', '-T', String(SECONDS)];
  const command = [pgbench, ...load, ...place];
  const [program = '', ...args] = canPin() ? ['taskset', '-c', SERVER_CORE, ...command] : command;
  const { stdout } = await promisify(execFile)(program, args);
  const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  if (!(rate > 0)) throw new Error(`pgbench said nothing of its rate:\n${stdout}`);
  return rate;
}
