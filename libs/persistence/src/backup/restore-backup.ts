import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { createDataSource } from '../data-source.js';
import { findUnknownMigrations, migrate, withMigrationLock } from '../migrate.js';
import { MIGRATIONS } from '../migrations/index.js';
import { BackupRefused, type BackupHeader, type BackupSummary, type TableEnd } from './backup-format.js';
import { readBackup } from './backup-reader.js';
import { listTables, quoteName, type Ask } from './backup-tables.js';
import { findBrokenRecords } from './record-continuity.js';
import { RowWriter } from './row-writer.js';
import { setAside } from './set-aside.js';
import { measureTable, settleWrittenForm } from './table-rows.js';

/** What to restore, and whether it may take the place of what is there. */
export interface RestoreOptions {
  url: string;
  path: string;
  passphrase: string | null;
  /** True throws away what the database holds. */
  replace: boolean;
}

/** What came back. */
export interface RestoreSummary extends BackupSummary {
  rooms: number;
  /** Migrations of this version that the backup did not have yet. */
  migrated: string[];
}

/** Start of the clock by which epochs rise: 2025-01-01. Its seconds fit the column until 2093. */
const EPOCH_CLOCK_START = 1_735_689_600;
const OTHERS_GONE_WITHIN_MS = 5_000;

/**
 * Puts a backup in the place of an empty database: reads the file once to its end before anything is touched, then, in
 * one transaction, makes the schema it was made with, writes its rows, compares every table with the file and every
 * record with its head, and raises the epoch of every room, so that clients ahead of the backup start afresh. Then
 * newer migrations run. It all happens or nothing does.
 * @throws BackupRefused when the file is damaged or newer, the database is not empty or in use.
 */
export async function restoreBackup({ url, ...options }: RestoreOptions): Promise<RestoreSummary> {
  // Under a name of its own, so that it does not take itself for a server at work.
  const dataSource = createDataSource({
    url,
    entities: [],
    migrations: MIGRATIONS,
    poolSize: 3,
    applicationName: 'roundtable-restore',
  });
  await dataSource.initialize();
  try {
    return await restoreInto(dataSource, options);
  } finally {
    await dataSource.destroy();
  }
}

async function restoreInto(
  dataSource: DataSource,
  { path, passphrase, replace }: Omit<RestoreOptions, 'url'>,
): Promise<RestoreSummary> {
  const summary = await readBackup(path, passphrase);
  const level = findLevel(dataSource, summary.header, path);
  await demandRoom(dataSource, replace);
  // Before the schema is brought up to date: a server of an older version at work could not go on with it.
  await demandNobodyElse(dataSource);
  await migrate(dataSource);
  const rooms = await withMigrationLock(dataSource, async () => {
    await demandNobodyElse(dataSource);
    return dataSource.transaction((tx) =>
      replaceAll(dataSource, tx.queryRunner as QueryRunner, { summary, level, path, passphrase }),
    );
  });
  const migrated = await migrate(dataSource);
  await new AuditLog().note(dataSource.manager, { act: 'backup.restored' });
  await dataSource.query('ANALYZE');
  return { ...summary, rooms, migrated };
}

interface Replacement {
  summary: BackupSummary;
  level: readonly MigrationInterface[];
  path: string;
  passphrase: string | null;
}

/** Runs in one transaction and gives the number of rooms. */
async function replaceAll(
  dataSource: DataSource,
  runner: QueryRunner,
  { summary, level, path, passphrase }: Replacement,
): Promise<number> {
  const ask: Ask = <Row>(sql: string, values?: unknown[]) => runner.query(sql, values) as Promise<Row[]>;
  await settleWrittenForm(ask);
  await ask(`SET LOCAL lock_timeout = '10s'`);
  const [before] = await ask<{ epoch: number }>(
    'SELECT coalesce(max(epoch), 0)::int AS epoch FROM record_logs',
  );
  await rebuildSchema(dataSource, runner, level);
  const setAsideParts = await setAside(ask);
  await fill(ask, path, passphrase);
  for (const statement of setAsideParts) await ask(statement);
  await compare(ask, summary.tables);
  return raiseEpochs(ask, before?.epoch ?? 0);
}

/** Those of our migrations that the backup was made with. Later ones may be older by name: they came from elsewhere. */
function findLevel(
  dataSource: DataSource,
  { migrations, release }: BackupHeader,
  path: string,
): MigrationInterface[] {
  const known = new Set(namesOf(dataSource.migrations));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new BackupRefused(
      `${path} was made by a newer Roundtable (${release}, with ${unknown.join(', ')}): restore it with that version.`,
    );
  const wanted = new Set(migrations);
  return dataSource.migrations.filter((migration) => wanted.has(nameOf(migration)));
}

async function demandRoom(dataSource: DataSource, replace: boolean): Promise<void> {
  const ask: Ask = <Row>(sql: string, values?: unknown[]) => dataSource.query(sql, values) as Promise<Row[]>;
  const tables = await listTables(ask);
  if (tables.length === 0) return;
  const runner = dataSource.createQueryRunner();
  const [isOurs, unknown] = await Promise.all([
    runner.hasTable('migrations'),
    findUnknownMigrations(dataSource, runner),
  ]).finally(() => runner.release());
  if (!isOurs || unknown.length > 0)
    throw new BackupRefused(
      'The database holds tables that this version did not make: restore into an empty database.',
    );
  if (replace) return;
  const holds = tables.map(({ name }) => `EXISTS (SELECT FROM ${quoteName(name)})`).join(' OR ');
  const [found] = await ask<{ any: boolean }>(`SELECT ${holds} AS "any"`);
  if (found?.any)
    throw new BackupRefused(
      'The database is not empty: restore into an empty one (another ROUNDTABLE_DATA_DIR or DATABASE_URL), or say --replace to throw away everything it holds.',
    );
}

/** A server at work would write into what is being replaced. One that was killed is given a moment to be gone. */
async function demandNobodyElse(dataSource: DataSource): Promise<void> {
  const deadline = Date.now() + OTHERS_GONE_WITHIN_MS;
  for (;;) {
    const [found] = await dataSource.query<{ others: number }[]>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'roundtable'`,
    );
    if (!found || found.others === 0) return;
    if (Date.now() > deadline)
      throw new BackupRefused(
        `Another process of Roundtable uses this database (${found.others} connections): stop every server first.`,
      );
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

async function rebuildSchema(
  dataSource: DataSource,
  runner: QueryRunner,
  level: readonly MigrationInterface[],
): Promise<void> {
  const { migrations } = dataSource;
  await emptyTables((sql) => runner.query(sql) as Promise<never[]>);
  for (const migration of [...migrations].reverse()) await migration.down(runner);
  for (const migration of level) await migration.up(runner);
  await runner.query('DELETE FROM migrations WHERE NOT name = ANY ($1)', [namesOf(level)]);
}

/** Undoing a migration would otherwise rework rows that are thrown away next. */
async function emptyTables(ask: Ask): Promise<void> {
  const names = (await listTables(ask)).map(({ name }) => quoteName(name));
  if (names.length === 0) return;
  // Records that only grow guard themselves against it.
  for (const name of names) await ask(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await ask(`TRUNCATE ${names.join(', ')} CASCADE`);
}

async function fill(ask: Ask, path: string, passphrase: string | null): Promise<void> {
  const writer = new RowWriter(ask, await listTables(ask), path);
  await readBackup(path, passphrase, {
    tableStart: (start) => writer.start(start),
    row: (line) => writer.take(line),
    tableEnd: () => writer.flush(),
  });
}

async function compare(ask: Ask, expected: readonly TableEnd[]): Promise<void> {
  const tables = await listTables(ask);
  for (const table of tables) {
    const found = await measureTable(ask, table);
    const wanted = expected.find(({ tableEnd }) => tableEnd === table.name);
    if (found.rows !== (wanted?.rows ?? 0) || (wanted && found.sha256 !== wanted.sha256))
      throw new BackupRefused(
        `${table.name} came out differently than it was backed up, so nothing was restored.`,
      );
  }
  const broken = await findBrokenRecords(ask);
  if (broken.length > 0)
    throw new BackupRefused(`A record has a gap, so nothing was restored: ${broken[0]}.`);
}

/**
 * Higher than in the backup, than in what was there, and than any earlier restore gave, also on another machine: a
 * client that saw the record go on after one restore must notice the next one of the same file.
 */
async function raiseEpochs(ask: Ask, before: number): Promise<number> {
  const clock = Math.floor(Date.now() / 1_000) - EPOCH_CLOCK_START;
  await ask('UPDATE record_logs SET epoch = greatest(epoch + 1, $1::int + 1, $2::int)', [before, clock]);
  const [found] = await ask<{ rooms: number }>('SELECT count(*)::int AS rooms FROM record_logs');
  return found?.rooms ?? 0;
}

function namesOf(migrations: readonly MigrationInterface[]): string[] {
  return migrations.map(nameOf);
}

function nameOf(migration: MigrationInterface): string {
  return migration.name ?? migration.constructor.name;
}
