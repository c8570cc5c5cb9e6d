import { withClient } from '@roundtable/persistence';

const OWN_TABLES = `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`;

/** A copy of everything as of one moment, inside the same database; taken while the servers run. */
export async function takeSqlBackup(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await client.query('DROP SCHEMA IF EXISTS backup CASCADE; CREATE SCHEMA backup');
    const { rows } = await client.query<{ tablename: string }>(OWN_TABLES);
    for (const { tablename } of rows)
      await client.query(`CREATE TABLE backup.${tablename} AS TABLE public.${tablename}`);
    await client.query('COMMIT');
  });
}

/** Brings the copy back, with every epoch raised above what it was, so that nobody takes it for the record they know. */
export async function bringSqlBackupBack(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    const { rows } = await client.query<{ tablename: string }>(OWN_TABLES);
    const epochs = await client.query<{ epoch: number }>('SELECT max(epoch) AS epoch FROM record_logs');
    for (const { tablename } of rows)
      await client.query(
        `DELETE FROM public.${tablename}; INSERT INTO public.${tablename} SELECT * FROM backup.${tablename}`,
      );
    await client.query('UPDATE record_logs SET epoch = $1', [(epochs.rows[0]?.epoch ?? 1) + 1]);
    await client.query('COMMIT; DROP SCHEMA backup CASCADE');
  });
}
