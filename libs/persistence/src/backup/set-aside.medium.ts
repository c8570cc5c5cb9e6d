import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@roundtable/persistence';
import { emptyMigratedDatabase } from '../../../../test/support/postgres.js';
import type { Ask } from './backup-tables.js';
import { setAside } from './set-aside.js';

describe('what is set aside while tables are filled', () => {
  let place: Awaited<ReturnType<typeof emptyMigratedDatabase>>;
  beforeAll(async () => {
    place = await emptyMigratedDatabase();
  });
  afterAll(() => place.drop());

  const inTransaction = (work: (ask: Ask) => Promise<void>): Promise<void> =>
    withClient(place.url, async (client) => {
      const ask: Ask = async <Row>(sql: string, values?: unknown[]) =>
        (await client.query(sql, values)).rows as Row[];
      await ask('BEGIN');
      await work(ask);
      await ask('ROLLBACK');
    });

  it('comes back to the letter, and nothing but keys and checks stays meanwhile', () =>
    inTransaction(async (ask) => {
      const before = await listParts(ask);
      const statements = await setAside(ask);
      const meanwhile = await listParts(ask);
      expect(meanwhile.filter((part) => part.includes('FOREIGN KEY') || part.includes('USING gin'))).toEqual(
        [],
      );
      expect(before.length - meanwhile.length).toBe(statements.length);
      expect(statements.length).toBeGreaterThan(40);
      for (const statement of statements) await ask(statement);
      expect(await listParts(ask)).toEqual(before);
    }));

  it('refuses rows that refer to nothing when it comes back', () =>
    inTransaction(async (ask) => {
      const statements = await setAside(ask);
      await ask(`INSERT INTO record_entries (room_id, seq, at, type, data)
                 VALUES (gen_random_uuid(), 1, now(), 'discussion.posted', '{}')`);
      const making = (async () => {
        for (const statement of statements) await ask(statement);
      })();
      await expect(making).rejects.toThrow(/record_entries_room_id_fkey/);
    }));
});

/** Every index and constraint of the schema as Postgres describes it. */
async function listParts(ask: Ask): Promise<string[]> {
  const rows = await ask<{ part: string }>(`
    SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS part
    FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()
    ORDER BY part`);
  return rows.map(({ part }) => part);
}
