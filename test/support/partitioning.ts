import { withClient } from '@roundtable/persistence';
import type pg from 'pg';

const PARTS = 4;

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Puts a partitioned table, by hash of the room, in the place of every table of a record, with the same columns, keys,
 * checks and indexes: what an operator with very many rooms would do, and nothing else. Gives their names.
 */
export async function partitionByRoom(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    const tables = await namesOfRecordTables(client);
    const keys = await foreignKeysOf(client, tables);
    for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const table of tables) await replaceByPartitioned(client, table);
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    await client.query('COMMIT');
    return tables;
  });
}

/** Unique keys of the tables of a record that do not begin with the room; partitioning by room forbids them. */
export async function keysWithoutRoom(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ key: string }>(
      `SELECT i.indexrelid::regclass::text AS key FROM pg_index i
       JOIN pg_attribute first ON first.attrelid = i.indrelid AND first.attnum = i.indkey[0]
       WHERE i.indisunique AND first.attname <> 'room_id' AND i.indrelid IN (${RECORD_TABLES}) ORDER BY 1`,
    );
    return rows.map(({ key }) => key);
  });
}

/** Whatever carries a room belongs to its record. */
const RECORD_TABLES = `
  SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'room_id' AND NOT a.attisdropped
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'`;

async function namesOfRecordTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE oid IN (${RECORD_TABLES}) ORDER BY relname`,
  );
  return rows.map(({ name }) => name);
}

async function foreignKeysOf(client: pg.Client, tables: string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f'
       AND (conrelid = ANY ($1::text[]::regclass[]) OR confrelid = ANY ($1::text[]::regclass[]))`,
    [tables],
  );
  return rows;
}

async function replaceByPartitioned(client: pg.Client, table: string): Promise<void> {
  await client.query(`ALTER TABLE ${table} RENAME TO ${table}_whole`);
  await client.query(`CREATE TABLE ${table} (LIKE ${table}_whole INCLUDING ALL) PARTITION BY HASH (room_id)`);
  for (let part = 0; part < PARTS; part += 1)
    await client.query(
      `CREATE TABLE ${table}_part_${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTS}, REMAINDER ${part})`,
    );
  await client.query(`DROP TABLE ${table}_whole`);
}
