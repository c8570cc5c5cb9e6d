import { expect, it } from '@jest/globals';
import { createDataSource, MIGRATIONS, withClient } from '@roundtable/persistence';
import { newId } from '@roundtable/platform';
import { emptyMigratedDatabase, migrateDatabase } from '../../../../test/support/postgres.js';
import { ProposalLife1763769600040 } from './1763769600040-proposal-life.js';

/** What a record of the time before says of one proposal: what was said, and where the proposal stood then. */
const TOLD = [
  ['proposals.captured', 'captured'],
  ['proposals.changed', 'captured'],
  ['proposals.decided', 'not_decided'],
  ['proposals.decided', 'adopted'],
] as const;

it('finds the steps that proposals took before there were steps', async () => {
  const { url, drop } = await emptyMigratedDatabase();
  const [room, proposal] = [newId(), newId()];
  await undoFrom(url, ProposalLife1763769600040.name);
  await withClient(url, async (client) => {
    await client.query('INSERT INTO record_logs (room_id, head) VALUES ($1, $2)', [room, TOLD.length]);
    await client.query(
      `INSERT INTO proposals_proposals (room_id, id, number, title, body, state, captured_at, version)
       VALUES ($1, $2, 1, 'Open data', 'Open data', 'adopted', now(), 2)`,
      [room, proposal],
    );
    for (const [index, [type, state]] of TOLD.entries()) {
      const isDecision = type === 'proposals.decided';
      const data = isDecision
        ? { decision: { proposal, result: state } }
        : { proposal: { id: proposal, state } };
      await client.query(
        'INSERT INTO record_entries (room_id, seq, at, type, data) VALUES ($1, $2, now(), $3, $4)',
        [room, index + 1, type, data],
      );
    }
  });
  await migrateDatabase(url);
  const steps = await withClient(url, (client) =>
    client.query('SELECT seq::integer, from_state, to_state FROM proposals_steps ORDER BY seq'),
  );
  expect(steps.rows).toEqual([
    { seq: 1, from_state: null, to_state: 'captured' },
    { seq: 3, from_state: 'captured', to_state: 'not_decided' },
    { seq: 4, from_state: 'not_decided', to_state: 'adopted' },
  ]);
  await drop();
});

/** Takes migrations back, the named one and all after it. */
async function undoFrom(url: string, name: string): Promise<void> {
  const dataSource = createDataSource({ url, entities: [], migrations: MIGRATIONS });
  await dataSource.initialize();
  const first = MIGRATIONS.findIndex((migration) => migration.name === name);
  for (let left = MIGRATIONS.length; left > first; left -= 1) await dataSource.undoLastMigration();
  await dataSource.destroy();
}
