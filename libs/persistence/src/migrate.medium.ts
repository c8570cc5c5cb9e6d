import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  blankDatabase,
  emptyMigratedDatabase,
  freshDatabase,
  migrateDatabase,
  type FreshDatabase,
} from '../../../test/support/postgres.js';
import { createDataSource, findSchemaDrift, MIGRATIONS, withClient } from '@roundtable/persistence';

describe('migrations', () => {
  it('let two processes start at once, and run once', async () => {
    const { url, drop } = await blankDatabase();
    const runs = await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
    expect(runs.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, MIGRATIONS.length]);
    await drop();
  });

  it('can be taken back to nothing and made again', async () => {
    const { url, drop } = await emptyMigratedDatabase();
    const dataSource = createDataSource({ url, entities: [], migrations: MIGRATIONS });
    await dataSource.initialize();
    for (let left = MIGRATIONS.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    const tables = await dataSource.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    expect(tables).toEqual([{ tablename: 'migrations' }]);
    await dataSource.destroy();
    expect(await migrateDatabase(url)).toHaveLength(MIGRATIONS.length);
    await drop();
  });

  it('refuse a database that a newer version has changed, in one sentence', async () => {
    const { url, drop } = await emptyMigratedDatabase();
    await withClient(url, (client) =>
      client.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`),
    );
    await expect(migrateDatabase(url)).rejects.toThrow(
      /changed by a newer Roundtable \(Future9999999999999\): start that version/,
    );
    await drop();
  });
});

describe('the schema', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('is what the entities say, column by column', async () => {
    expect(await findSchemaDrift(database.dataSource)).toEqual([]);
  });
});
