import { quoteName, type Ask } from './backup-tables.js';

interface Part {
  table: string;
  name: string;
  definition: string;
}

/**
 * Drops what would be kept up row by row while tables are filled, foreign keys and the indexes behind no constraint, and
 * gives the statements that make each of them again from the rows that are there then. Keys stay: they order the rows.
 */
export async function setAside(ask: Ask): Promise<string[]> {
  const foreignKeys = await ask<Part>(`
    SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND k.conparentid = 0 AND k.connamespace = current_schema()::regnamespace
    ORDER BY c.relname, k.conname`);
  const indexes = await ask<Part>(`
    SELECT c.relname AS table, n.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class n ON n.oid = i.indexrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
    ORDER BY c.relname, n.relname`);
  for (const { table, name } of foreignKeys)
    await ask(`ALTER TABLE ${quoteName(table)} DROP CONSTRAINT ${quoteName(name)}`);
  for (const { name } of indexes) await ask(`DROP INDEX ${quoteName(name)}`);
  return [
    ...indexes.map(({ definition }) => definition),
    ...foreignKeys.map(
      ({ table, name, definition }) =>
        `ALTER TABLE ${quoteName(table)} ADD CONSTRAINT ${quoteName(name)} ${definition}`,
    ),
  ];
}
