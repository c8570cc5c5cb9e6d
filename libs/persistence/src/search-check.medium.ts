import { describe, expect, it } from '@jest/globals';
import { blankDatabase, emptyMigratedDatabase, migrateDatabase } from '../../../test/support/postgres.js';
import { checkSearch, createDataSource } from '@roundtable/persistence';

/** As somebody makes it who overlooks the locale in docs/operations.md. */
const LOCALE_C = `TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`;

describe('the check of what search needs', () => {
  it('has nothing to say of a database with the right locale', async () => {
    const { url, drop } = await emptyMigratedDatabase();
    expect(await warningsOf(url)).toEqual([]);
    await drop();
  });

  it('warns that Cyrillic is not found on a database with LC_CTYPE C, and says how to make another', async () => {
    const { url, drop } = await blankDatabase(LOCALE_C);
    await migrateDatabase(url);
    expect(await warningsOf(url)).toContainEqual(
      expect.stringMatching(
        /^Similarity search \(pg_trgm\) finds nothing in Cyrillic .* a UTF-8 locale for LC_CTYPE \(not C\)\.$/,
      ),
    );
    await drop();
  });
});

async function warningsOf(url: string): Promise<string[]> {
  const dataSource = createDataSource({ url, entities: [], migrations: [] });
  await dataSource.initialize();
  try {
    return await checkSearch(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
