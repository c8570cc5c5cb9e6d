import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EmbeddedPostgres, withClient } from '@roundtable/persistence';
import { newId } from '@roundtable/platform';
import { emptyMigratedDatabase, migrateDatabase } from '../../../test/support/postgres.js';
import { posting } from '../../../test/support/record-node.js';
import {
  appendUntilAccepted,
  appendUntilRefused,
  expectWhole,
  setStage,
  type Stage,
} from '../../../test/support/record-stage.js';

async function disconnectEverybody(url: string): Promise<void> {
  const kick = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  await withClient(url, (client) => client.query(kick));
}

describe('a database that only reads', () => {
  let database: { url: string; drop(): Promise<void> };
  let stage: Stage;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    stage = await setStage(database.url);
  });

  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  async function setReadOnly(value: 'on' | 'off'): Promise<void> {
    const name = new URL(database.url).pathname.slice(1);
    await withClient(database.url, async (client) => {
      await client.query('SET default_transaction_read_only = off');
      await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`);
    });
    await disconnectEverybody(database.url);
  }

  it('refuses acts with a code of their own, goes on reading, and takes the same acts when it writes again', async () => {
    const first = await stage.node.records.append(posting(stage.speaker, 'Before.'));
    await setReadOnly('on');
    const refused = await appendUntilRefused(stage, 'not_writable');
    expect((await stage.readOverHttp()).head).toBe(first.seq);
    expect((await stage.reader.sync()).head).toBe(first.seq);
    await setReadOnly('off');
    const seq = await appendUntilAccepted(stage, refused);
    expect(seq).toBe(2);
    expect((await stage.node.records.append(refused)).duplicate).toBe(true);
    await expectWhole(stage, [first.seq, seq]);
  }, 60_000);
});

/** A file system of 4 MB that record_entries are moved to; null where this machine lets us make none. */
interface SmallDisk {
  fill(): void;
  empty(): void;
  remove(): void;
}

function makeSmallDisk(directory: string): SmallDisk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0777', 'tmpfs', directory], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  const filler = join(directory, 'filler');
  return {
    fill: () => {
      const { bavail, bsize } = statfsSync(directory);
      // A little is left, so that the first acts still fit.
      writeFileSync(filler, Buffer.alloc(Math.max(0, (bavail - 16) * bsize)));
    },
    empty: () => rmSync(filler, { force: true }),
    remove: () => execFileSync('umount', ['-l', directory]),
  };
}

describe('a disk that is full', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rt-small-'));
  const dataDir = mkdtempSync(join(tmpdir(), 'rt-full-'));
  const tablespace = `small_${newId().replaceAll('-', '')}`;
  let server: EmbeddedPostgres;
  let disk: SmallDisk | null;
  let stage: Stage;

  beforeAll(async () => {
    server = await EmbeddedPostgres.start({
      dataDir: mkdtempSync(join(tmpdir(), 'rt-full-')),
      durable: false,
    });
    await migrateDatabase(server.url);
    disk = makeSmallDisk(directory);
    await withClient(server.url, async (client) => {
      if (disk) {
        execFileSync('mkdir', ['-m', '700', join(directory, 'space')]);
        await client.query(`CREATE TABLESPACE ${tablespace} LOCATION '${join(directory, 'space')}'`);
        await client.query(`ALTER TABLE record_entries SET TABLESPACE ${tablespace}`);
        return;
      }
      process.stdout.write(
        'No small disk could be mounted here: Postgres is made to answer as if it were full.\n',
      );
      await client.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$`);
    });
    stage = await setStage(server.url);
  }, 60_000);

  afterAll(async () => {
    await stage.close();
    await server.stop();
    disk?.remove();
    for (const path of [directory, dataDir]) rmSync(path, { recursive: true, force: true });
  });

  const simulate = (sql: string): Promise<unknown> => withClient(server.url, (client) => client.query(sql));

  async function fill(): Promise<void> {
    if (disk) disk.fill();
    else
      await simulate(
        'CREATE TRIGGER full_disk BEFORE INSERT ON record_entries FOR EACH ROW EXECUTE FUNCTION refuse()',
      );
  }

  async function empty(): Promise<void> {
    if (disk) disk.empty();
    else await simulate('DROP TRIGGER full_disk ON record_entries');
  }

  it('refuses acts, goes on reading, loses nothing, and goes on by itself when there is room', async () => {
    const first = await stage.node.records.append(posting(stage.speaker, 'Before.'));
    await fill();
    const refused = await appendUntilRefused(stage, 'not_writable');
    const { head } = await stage.readOverHttp();
    expect((await stage.reader.sync()).head).toBe(head);
    await empty();
    const seq = await appendUntilAccepted(stage, refused);
    expect(seq).toBe(head + 1);
    await expectWhole(stage, [first.seq, seq]);
  }, 60_000);
});
