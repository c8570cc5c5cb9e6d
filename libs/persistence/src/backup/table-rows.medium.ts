import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@roundtable/persistence';
import { blankDatabase } from '../../../../test/support/postgres.js';
import { listTables, type Ask } from './backup-tables.js';
import { RowWriter } from './row-writer.js';
import { MOST_CHARACTERS, readRows } from './table-rows.js';

/** Some of what a meeting's documents have: many short rows, and long ones that come late. */
const ROWS = `
  SELECT id, CASE WHEN id <= 1200 THEN 'a message of ' || id
                  WHEN id % 7 = 0 THEN 'short again'
                  ELSE repeat('page ' || id || ' ', 100000) END AS words
  FROM generate_series(1, 1240) AS id`;

describe('the rows of a table', () => {
  let place: Awaited<ReturnType<typeof blankDatabase>>;
  beforeAll(async () => {
    place = await blankDatabase();
    await withClient(place.url, async (client) => {
      await client.query('CREATE TABLE pages (id int PRIMARY KEY, words text)');
      await client.query(`INSERT INTO pages ${ROWS}`);
    });
  });
  afterAll(() => place.drop());

  it('are read in order, and no statement brings more than the bound wherever the long ones are', async () => {
    const { lines, heaviest } = await readAll(place.url);
    expect(lines.map((line) => Number((JSON.parse(line) as string[])[0]))).toEqual(
      Array.from({ length: 1240 }, (_, index) => index + 1),
    );
    expect(Math.max(...lines.map(({ length }) => length))).toBeGreaterThan(900_000);
    expect(heaviest).toBeLessThanOrEqual(MOST_CHARACTERS);
  });

  it('are read with few statements where they are short', async () => {
    const { statements } = await readAll(place.url, 'id <= 1200');
    expect(statements).toBeLessThan(10);
  });

  it('are written again without gathering more than the bound', async () => {
    const { lines } = await readAll(place.url);
    await withClient(place.url, async (client) => {
      let heaviest = 0;
      const ask: Ask = async <Row>(sql: string, values: unknown[] = []) => {
        heaviest = Math.max(heaviest, ...values.map((value) => String(value).length));
        return (await client.query(sql, values)).rows as Row[];
      };
      const tables = await listTables(ask);
      await client.query('TRUNCATE pages');
      const writer = new RowWriter(ask, tables, 'pages.rtb');
      await writer.start({ table: 'pages', columns: ['id', 'words'] });
      for (const line of lines) await writer.take(line);
      await writer.flush();
      expect(heaviest).toBeLessThan(MOST_CHARACTERS + 2 * lines.length);
    });
    expect((await readAll(place.url)).lines).toEqual(lines);
  });
});

/** Everything there is, with what the heaviest statement brought and how many there were. */
function readAll(url: string, condition = 'true') {
  return withClient(url, async (client) => {
    let heaviest = 0;
    let statements = 0;
    const ask: Ask = async <Row>(sql: string, values?: unknown[]) => {
      const { rows } = await client.query<{ line?: string | null }>(sql, values);
      statements += 1;
      heaviest = Math.max(
        heaviest,
        rows.reduce((sum, { line }) => sum + (line?.length ?? 0), 0),
      );
      return rows as unknown[] as Row[];
    };
    await client.query('BEGIN');
    await client.query(`CREATE TEMPORARY VIEW chosen AS SELECT * FROM pages WHERE ${condition}`);
    const lines: string[] = [];
    const columns = ['id', 'words'].map((name) => ({ name, type: 'text' }));
    for await (const some of readRows(ask, { name: 'chosen', columns, order: 'id' })) lines.push(...some);
    await client.query('ROLLBACK');
    return { lines, heaviest, statements };
  });
}
