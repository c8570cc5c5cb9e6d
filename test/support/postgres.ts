import { randomBytes } from 'node:crypto';
import {
  createDataSource,
  migrate,
  MIGRATIONS,
  withClient,
  type DataSourceSettings,
} from '@roundtable/persistence';
import type { DataSource } from 'typeorm';
import type { TestPostgresAddress } from './postgres-server.js';
import { onServer } from './postgres-url.js';

/** A migrated, empty database of one test file. */
export interface FreshDatabase {
  /** Connected; `drop` disconnects it. */
  dataSource: DataSource;
  url: string;
  drop(): Promise<void>;
}

/**
 * Copies the migrated template into a database of its own. `entities` are those the test needs; all of the
 * product's when left out. Call `drop` in afterAll.
 */
export async function freshDatabase(entities?: DataSourceSettings['entities']): Promise<FreshDatabase> {
  const { url, drop } = await emptyMigratedDatabase();
  const dataSource = createDataSource({
    url,
    entities: entities ?? (await allEntities()),
    migrations: MIGRATIONS,
  });
  await dataSource.initialize();
  return {
    dataSource,
    url,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await drop();
    },
  };
}

/** Makes a migrated database without connecting to it, for a server that a test starts by itself. */
export async function emptyMigratedDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { template } = serverAddress();
  return createDatabase(`TEMPLATE ${template}`);
}

/** Makes a database without any schema. `clause` is how CREATE DATABASE is told to make it differently. */
export function blankDatabase(clause = ''): Promise<{ url: string; drop(): Promise<void> }> {
  return createDatabase(clause);
}

/** Connects to a database and migrates it, as the server does at start. */
export async function migrateDatabase(url: string): Promise<string[]> {
  const dataSource = createDataSource({ url, entities: [], migrations: MIGRATIONS });
  await dataSource.initialize();
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function createDatabase(clause: string): Promise<{ url: string; drop(): Promise<void> }> {
  const { url } = serverAddress();
  const name = `roundtable_test_${randomBytes(8).toString('hex')}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name} ${clause}`));
  return {
    url: onServer(url, name),
    drop: () =>
      withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)).then(
        () => undefined,
      ),
  };
}

async function allEntities(): Promise<DataSourceSettings['entities']> {
  const { ENTITIES } = await import('../../apps/api/src/database.js');
  return ENTITIES;
}

function serverAddress(): TestPostgresAddress {
  const text = process.env['ROUNDTABLE_TEST_POSTGRES'];
  if (!text)
    throw new Error(
      'No Postgres for tests: run them through jest.config.mjs in a project that sets one up (medium, e2e, browser).',
    );
  return JSON.parse(text) as TestPostgresAddress;
}
