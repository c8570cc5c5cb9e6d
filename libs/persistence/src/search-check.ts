import type { DataSource } from 'typeorm';

/** What search needs of a Postgres, tried with real words, and the sentence for the operator when it is missing. */
const CHECKS: readonly { sql: string; warning: string }[] = [
  {
    sql: `SELECT to_tsvector('russian', 'воды Ферганской долины') @@ plainto_tsquery('russian', 'вода') AS ok`,
    warning:
      'Full-text search finds nothing in Russian on this Postgres: create the database with LC_CTYPE C.UTF-8 or another UTF-8 locale (not C) and restore into it.',
  },
  {
    sql: `SELECT similarity('талкуулоо', 'талкуулануу') > 0.2 AS ok`,
    warning:
      'Similarity search (pg_trgm) finds nothing in Cyrillic on this Postgres: install the extension pg_trgm and create the database with a UTF-8 locale for LC_CTYPE (not C).',
  },
  {
    sql: `SELECT ('ң' < 'о' COLLATE "ky-x-icu") AND ('ө' < 'п' COLLATE "ky-x-icu") AS ok`,
    warning:
      'This Postgres was built without ICU collations, so Kyrgyz lists are sorted wrongly: use a build with ICU.',
  },
  {
    sql: `SELECT current_setting('server_version_num')::int >= 150000 AS ok`,
    warning: 'This Postgres is older than 15, which is the oldest that Roundtable is tested on: upgrade it.',
  },
  {
    sql: `SELECT current_setting('server_encoding') = 'UTF8' AS ok`,
    warning:
      'This database is not in UTF-8 and cannot hold every name: create it with ENCODING UTF8 and restore into it.',
  },
];

/** Tries on the migrated database what search needs; returns a sentence for each thing that does not work. */
export async function checkSearch(dataSource: DataSource): Promise<string[]> {
  const warnings = await Promise.all(CHECKS.map(({ sql, warning }) => tryOne(dataSource, sql, warning)));
  return warnings.flatMap((warning) => (warning === null ? [] : [warning]));
}

async function tryOne(dataSource: DataSource, sql: string, warning: string): Promise<string | null> {
  try {
    const [row] = await dataSource.query<{ ok: boolean }[]>(sql);
    return row?.ok ? null : warning;
  } catch {
    // A missing extension or collation is an error here, and means the same as a wrong answer.
    return warning;
  }
}
