import './typescript.mjs';

/** Starts one Postgres for the whole run (or uses DATABASE_URL) and migrates the template that tests copy. */
export default async function setUp() {
  const { startTestPostgres } = await import('./postgres-server.ts');
  const server = await startTestPostgres();
  process.env.ROUNDTABLE_TEST_POSTGRES = JSON.stringify(server.address);
  globalThis.stopTestPostgres = server.stop;
}
