import { createHash } from 'node:crypto';
import type { TableEnd } from './backup-format.js';
import { quoteName, type Ask, type BackupTable } from './backup-tables.js';

const MOST_ROWS = 1_000;
const MOST_CHARACTERS = 4_000_000;

/** Values are written as Postgres writes them under these, whatever the server's own settings are. */
const WRITTEN_FORM = [
  `SET LOCAL TimeZone = 'UTC'`,
  `SET LOCAL DateStyle = 'ISO, YMD'`,
  `SET LOCAL IntervalStyle = 'postgres'`,
  `SET LOCAL extra_float_digits = 1`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL statement_timeout = 0`,
  `SET LOCAL idle_in_transaction_session_timeout = 0`,
];

/** Settles how values are written as text until the transaction ends, and that it may last. */
export async function settleWrittenForm(ask: Ask): Promise<void> {
  for (const statement of WRITTEN_FORM) await ask(statement);
}

/** Reads a table in the transaction's snapshot, some rows at a time: each a JSON array of texts, without a line feed. */
export async function* readRows(ask: Ask, table: BackupTable): AsyncGenerator<string[]> {
  const texts = table.columns.map(({ name }) => `${quoteName(name)}::text`).join(', ');
  await ask(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
     SELECT json_build_array(${texts})::text AS line FROM ${quoteName(table.name)} ORDER BY ${table.order}`,
  );
  let atOnce = 100;
  for (;;) {
    const rows = await ask<{ line: string }>(`FETCH ${atOnce} FROM backup_rows`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < atOnce) break;
    atOnce = nextFetch(rows.map(({ line }) => line.length));
  }
  await ask('CLOSE backup_rows');
}

/** Writes rows as `readRows` gave them. */
export async function writeRows(
  ask: Ask,
  table: BackupTable,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const names = columns.map(quoteName).join(', ');
  const values = columns.map((name, index) => `(line ->> ${index})::${types.get(name) ?? 'text'}`).join(', ');
  await ask(
    `INSERT INTO ${quoteName(table.name)} (${names}) SELECT ${values} FROM jsonb_array_elements($1::jsonb) AS line`,
    [`[${lines.join(',')}]`],
  );
}

/** Counts and hashes the rows of a table as they stand in the database. */
export async function measureTable(ask: Ask, table: BackupTable): Promise<TableEnd> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const lines of readRows(ask, table)) {
    for (const line of lines) hash.update(`${line}\n`);
    rows += lines.length;
  }
  return { tableEnd: table.name, rows, sha256: hash.digest('hex') };
}

/** Memory stays bounded whether rows are short messages or long documents. */
function nextFetch(lengths: number[]): number {
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CHARACTERS / mean)));
}
