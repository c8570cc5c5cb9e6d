import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, EmbeddedPostgres, migrate, MIGRATIONS, withClient } from '@roundtable/persistence';
import { partitionByRoom } from './partitioning.js';
import { onServer } from './postgres-url.js';

/** Where tests make their databases, and the migrated one they copy. */
export interface TestPostgresAddress {
  /** Address of a database on the server, used for making and dropping others. */
  url: string;
  template: string;
}

/** A server for one run of the tests. */
export interface TestPostgres {
  address: TestPostgresAddress;
  stop(): Promise<void>;
}

/** Takes the server of DATABASE_URL, else starts an embedded one that forgets everything; migrates a template on it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const server = process.env['DATABASE_URL']
    ? useExternal(process.env['DATABASE_URL'])
    : await startEmbedded();
  const template = `roundtable_template_${randomBytes(6).toString('hex')}`;
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${template}`));
  await migrateTemplate(onServer(server.url, template));
  if (process.env['ROUNDTABLE_TEST_PARTITIONED'] === '1') {
    const tables = await partitionByRoom(onServer(server.url, template));
    process.stderr.write(`Partitioned by room: ${tables.join(', ')}.\n`);
  }
  return {
    address: { url: server.url, template },
    stop: async () => {
      await withClient(server.url, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`),
      );
      await server.stop();
    },
  };
}

async function migrateTemplate(url: string): Promise<void> {
  const dataSource = createDataSource({ url, entities: [], migrations: MIGRATIONS });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } finally {
    // A database with connections cannot be copied.
    await dataSource.destroy();
  }
}

function useExternal(url: string) {
  return { url, stop: () => Promise.resolve() };
}

async function startEmbedded() {
  const dataDir = mkdtempSync(join(tmpdir(), 'rt-test-'));
  const server = await EmbeddedPostgres.start({ dataDir, durable: false });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
