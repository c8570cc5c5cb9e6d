import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@roundtable/persistence';
import { keysWithoutRoom, partitionByRoom } from '../../../test/support/partitioning.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';

/** The tests of appending, catching up, reading back, searching and drafting together, as they stand. */
const PATHS = [
  'libs/record/src/append.medium.ts',
  'libs/record/src/sync.medium.ts',
  'libs/record/src/history.medium.ts',
  'libs/transcript/src/transcript.medium.ts',
  'libs/documents/src/documents.medium.ts',
];
const PATIENCE_MS = 600_000;

describe('the tables of a record', () => {
  let database: Awaited<ReturnType<typeof emptyMigratedDatabase>>;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
  });
  afterAll(() => database.drop());

  it('have keys that begin with the room', async () => {
    expect(await keysWithoutRoom(database.url)).toEqual([]);
  });

  it('can be partitioned by room, each with all its keys and references', async () => {
    const before = await countConstraints(database.url);
    const tables = await partitionByRoom(database.url);
    expect(tables).toEqual(
      expect.arrayContaining([
        'record_logs',
        'record_entries',
        'discussion_messages',
        'floor_requests',
        'proposals_proposals',
        'documents_updates',
        'publications_sets',
      ]),
    );
    expect(await countConstraints(database.url)).toEqual(before);
    const rows = await withClient(database.url, async (client) => {
      const found = await client.query(`SELECT relname FROM pg_class WHERE relkind = 'p' ORDER BY relname`);
      return found.rows as { relname: string }[];
    });
    expect(rows.map(({ relname }) => relname)).toEqual(tables);
  });

  it(
    'serve the unchanged code when they are partitioned: appending, catching up, history, search and drafting',
    async () => {
      const { code, said, passed } = await runTests(PATHS);
      expect([code, said]).toEqual([0, expect.stringContaining('Partitioned by room: ')]);
      expect(passed).toBeGreaterThan(30);
    },
    PATIENCE_MS,
  );
});

/** Primary, unique and foreign keys and checks by table, without those of the parts. */
async function countConstraints(url: string): Promise<unknown[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT c.relname, k.contype, count(*)::int AS found FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       WHERE NOT c.relispartition AND k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0
         AND c.relnamespace = current_schema()::regnamespace
       GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    return rows as unknown[];
  });
}

function runTests(paths: string[]): Promise<{ code: number | null; said: string; passed: number }> {
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const child = spawn(process.execPath, [...jest, ...paths, '--selectProjects', 'medium', '--runInBand'], {
    env: { ...process.env, ROUNDTABLE_TEST_PARTITIONED: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) =>
    child.on('close', (code) =>
      done({ code, said, passed: Number(/Tests:.*?(\d+) passed/.exec(said)?.[1] ?? 0) }),
    ),
  );
}
