import { createHash } from 'node:crypto';
import type { TableEnd } from './backup-format.js';
import { quoteName, type Ask, type BackupTable } from './backup-tables.js';

const ROWS_AT_ONCE = 500;
/**
 * Up to so many characters a row is sent as soon as it is looked at: more than the longest message has, since each that is
 * longer is looked up again. Five hundred of that length are 16 MB.
 */
const SHORT_ROW = 32_000;
/** Characters of long rows that one statement brings or writes, unless a single row has more. */
export const MOST_CHARACTERS = 4_000_000;

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

/**
 * Reads a table in the transaction's snapshot, some rows at a time: each a JSON array of texts, without a line feed.
 * Memory stays bounded wherever the long rows are: they are only measured when they are come upon, and then fetched so
 * few at a time as their lengths ask for.
 */
export async function* readRows(ask: Ask, table: BackupTable): AsyncGenerator<string[]> {
  const texts = table.columns.map(({ name }) => `${quoteName(name)}::text`).join(', ');
  const lines = `SELECT json_build_array(${texts})::text AS line FROM ${quoteName(table.name)} ORDER BY ${table.order}`;
  const long = new LongRows(ask, lines);
  // OFFSET 0 keeps Postgres from making each line three times.
  await ask(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
     SELECT length(line) AS length, CASE WHEN length(line) <= ${SHORT_ROW} THEN line END AS line
     FROM (${lines} OFFSET 0) AS measured`,
  );
  for (let place = 0; ; place += ROWS_AT_ONCE) {
    const rows = await ask<MeasuredRow>(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
    for (const { start, rows: run } of runsOf(rows))
      if (run[0]?.line === null)
        yield* long.read(
          place + start,
          run.map(({ length }) => length),
        );
      else yield run.map(({ line }) => line ?? '');
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await long.close();
  await ask('CLOSE backup_rows');
}

/** `line` is null where the row is long. */
interface MeasuredRow {
  length: number;
  line: string | null;
}

/** Rows that stand together and are all short or all long. */
function runsOf(rows: readonly MeasuredRow[]): { start: number; rows: MeasuredRow[] }[] {
  const runs: { start: number; rows: MeasuredRow[] }[] = [];
  rows.forEach((row, start) => {
    const run = runs.at(-1)?.rows;
    if (run && (run[0]?.line === null) === (row.line === null)) run.push(row);
    else runs.push({ start, rows: [row] });
  });
  return runs;
}

/** Reads the long rows of a table by the place they have in it; nothing is asked of tables that have none. */
class LongRows {
  private isOpen = false;
  private place = 0;

  constructor(
    private readonly ask: Ask,
    private readonly lines: string,
  ) {}

  /** Places ascend from call to call. */
  async *read(place: number, lengths: readonly number[]): AsyncGenerator<string[]> {
    if (!this.isOpen) await this.ask(`DECLARE backup_long_rows NO SCROLL CURSOR FOR ${this.lines}`);
    this.isOpen = true;
    if (place > this.place) await this.ask(`MOVE FORWARD ${place - this.place} IN backup_long_rows`);
    for (const count of countsWithin(lengths, MOST_CHARACTERS)) {
      const rows = await this.ask<{ line: string }>(`FETCH ${count} FROM backup_long_rows`);
      yield rows.map(({ line }) => line);
    }
    this.place = place + lengths.length;
  }

  async close(): Promise<void> {
    if (this.isOpen) await this.ask('CLOSE backup_long_rows');
  }
}

/** How many of the lengths, one after the other, add up to no more than `most`; at least one each time. */
function countsWithin(lengths: readonly number[], most: number): number[] {
  const counts: number[] = [];
  let room = 0;
  for (const length of lengths) {
    if (length > room) {
      counts.push(0);
      room = most;
    }
    counts[counts.length - 1] += 1;
    room -= length;
  }
  return counts;
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
