import { StartRefused } from '@roundtable/platform';
import type { DataSource, QueryRunner } from 'typeorm';

/** Any number will do as long as nothing else on the database uses it as an advisory lock. */
const MIGRATION_LOCK = 7_265_821_943;
const LOCK_WITHIN_MS = 120_000;

/**
 * Brings the schema up to date, one process at a time, and returns the names of the migrations it ran.
 * @throws StartRefused when a newer version has already changed the data, or another process holds the lock too long.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  return withMigrationLock(dataSource, async (lock) => {
    await assertNotNewer(dataSource, lock);
    const run = await dataSource.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  });
}

/**
 * Runs work while no other process changes the schema; `lock` is the connection that holds the lock.
 * @throws StartRefused when another process holds it too long.
 */
export async function withMigrationLock<T>(
  dataSource: DataSource,
  work: (lock: QueryRunner) => Promise<T>,
): Promise<T> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    await acquireLock(lock);
    return await work(lock);
  } finally {
    await lock.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await lock.release();
  }
}

/** Returns the names of migrations that the database has and this version does not know. */
export async function findUnknownMigrations(dataSource: DataSource, runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable('migrations'))) return [];
  const known = new Set(
    dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name),
  );
  const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  return rows.map((row) => row.name).filter((name) => !known.has(name));
}

async function assertNotNewer(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  const unknown = await findUnknownMigrations(dataSource, runner);
  if (unknown.length === 0) return;
  throw new StartRefused(
    `The database was changed by a newer Roundtable (${unknown.join(', ')}): start that version, or restore a backup made before it.`,
  );
}

/** Waits by asking: a blocking wait would count against the statement timeout and could deadlock with DDL. */
async function acquireLock(runner: QueryRunner): Promise<void> {
  const deadline = Date.now() + LOCK_WITHIN_MS;
  for (;;) {
    const [row] = (await runner.query('SELECT pg_try_advisory_lock($1) AS granted', [MIGRATION_LOCK])) as {
      granted: boolean;
    }[];
    if (row?.granted) return;
    if (Date.now() > deadline) {
      throw new StartRefused(
        'Another process has been changing the database for two minutes: wait until it has finished, or stop it, and start again.',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
