import { BackupRefused } from './backup-format.js';

/** Runs one statement on one connection, inside whatever transaction it is in. */
export type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** A table as it is read and written: generated columns are made again by Postgres. */
export interface BackupTable {
  name: string;
  columns: { name: string; type: string }[];
  /** The order of its rows: by primary key, text by code point, so that every Postgres has the same. */
  order: string;
}

interface TableRow {
  name: string;
  columns: { name: string; type: string }[];
  key: { name: string; isText: boolean }[] | null;
}

/**
 * Lists the tables of the current schema, referenced before referring, without the list of migrations. Tables that
 * are UNLOGGED hold what must not outlive a crash, so they are not in a backup either; of a partitioned table the
 * whole counts and not its parts.
 */
export async function listTables(ask: Ask): Promise<BackupTable[]> {
  const rows = await ask<TableRow>(`
    SELECT c.relname AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attname)
       FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT json_agg(json_build_object('name', a.attname, 'isText', a.attcollation <> 0) ORDER BY k.place)
       FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, place), pg_attribute a
       WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum) AS key
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relpersistence = 'p' AND c.relname <> 'migrations'
    ORDER BY c.relname COLLATE "C"`);
  const references = await ask<{ from: string; to: string }>(`
    SELECT DISTINCT f.relname AS "from", t.relname AS "to" FROM pg_constraint k
    JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND f.oid <> t.oid`);
  return sortByReference(rows.map(toTable), references);
}

/** Quotes a name for SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function toTable({ name, columns, key }: TableRow): BackupTable {
  if (!key)
    throw new BackupRefused(
      `The table ${name} has no primary key, so no backup can say in which order its rows are.`,
    );
  const order = key
    .map((column) => `${quoteName(column.name)}${column.isText ? ' COLLATE "C"' : ''}`)
    .join(', ');
  return { name, columns, order };
}

function sortByReference(tables: BackupTable[], references: { from: string; to: string }[]): BackupTable[] {
  const sorted: BackupTable[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const waits = (table: BackupTable): boolean =>
      references.some(({ from, to }) => from === table.name && waiting.some(({ name }) => name === to));
    const free = waiting.filter((table) => !waits(table));
    if (free.length === 0)
      throw new BackupRefused(
        `The tables ${waiting.map(({ name }) => name).join(', ')} refer to each other in a circle.`,
      );
    sorted.push(...free);
    waiting = waiting.filter(waits);
  }
  return sorted;
}
