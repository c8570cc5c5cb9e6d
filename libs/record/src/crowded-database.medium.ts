import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EmbeddedPostgres, withClient } from '@roundtable/persistence';
import pg from 'pg';
import { eventually } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase, migrateDatabase } from '../../../test/support/postgres.js';
import { posting } from '../../../test/support/record-node.js';
import {
  appendUntilAccepted,
  expectWhole,
  setStage,
  type Stage,
} from '../../../test/support/record-stage.js';

describe('a pool of four connections', () => {
  let database: { url: string; drop(): Promise<void> };
  let stage: Stage;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    stage = await setStage(database.url, 4);
  });

  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  it('keeps one for reading while acts on many rooms wait for locks that others hold', async () => {
    const rooms = await Promise.all(Array.from({ length: 8 }, () => stage.node.createRoom()));
    const others = rooms.map((room) => stage.people.add(room));
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM record_logs WHERE room_id = ANY ($1::uuid[]) FOR UPDATE', [rooms]);
    const commands = others.map((person) => posting(person, 'Held up.'));
    const acts = commands.map((command) => appendUntilAccepted(stage, command, 60_000));
    let slowestMs = 0;
    for (let times = 0; times < 10; times += 1) {
      const begun = performance.now();
      await stage.readOverHttp();
      await stage.reader.sync();
      slowestMs = Math.max(slowestMs, performance.now() - begun);
    }
    expect(slowestMs).toBeLessThan(2_000);
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await Promise.all(acts)).toEqual(rooms.map(() => 1));
  }, 90_000);

  it('answers busy, with a time to try again, where every connection is taken, and goes on when one is free', async () => {
    const takers = Array.from({ length: 4 }, () => stage.node.dataSource.createQueryRunner());
    for (const taker of takers) await taker.connect();
    const command = posting(stage.speaker, 'Nothing is free.');
    await expect(stage.node.records.append(command)).rejects.toMatchObject({
      code: 'busy',
      retry: true,
      data: { retryAfterMs: expect.any(Number) },
    });
    await expect(stage.readOverHttp()).rejects.toThrow(/^503 .*"busy"/);
    for (const taker of takers) await taker.release();
    const seq = await appendUntilAccepted(stage, command);
    await expectWhole(stage, [seq]);
  }, 60_000);
});

describe('a Postgres that dies under load and comes back', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rt-dies-'));
  let server: EmbeddedPostgres;
  let stage: Stage;

  beforeAll(async () => {
    server = await EmbeddedPostgres.start({ dataDir });
    await migrateDatabase(server.url);
    stage = await setStage(server.url);
  }, 60_000);

  afterAll(async () => {
    await stage.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function crash(how: 'a backend' | 'the postmaster'): Promise<void> {
    if (how === 'the postmaster') {
      process.kill(server.pid ?? 0, 'SIGKILL');
      return;
    }
    // A backend killed so makes Postgres end all the others and recover.
    await withClient(server.url, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'roundtable' LIMIT 1",
      );
      process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    });
  }

  it.each(['a backend', 'the postmaster'] as const)(
    'loses nothing that was accepted and doubles nothing when %s is killed, and needs no restart of ours',
    async (how) => {
      const accepted: number[] = [];
      let isStopping = false;
      const before = (await stage.readOverHttp()).head;
      const write = async (): Promise<void> => {
        while (!isStopping) {
          const command = posting(stage.speaker, `Under load, number ${accepted.length}.`, { shared: {} });
          accepted.push(await appendUntilAccepted(stage, command, 40_000));
        }
      };
      const writing = Array.from({ length: 4 }, write);
      await eventually('the writing is under way', () => accepted.length > 40);
      await crash(how);
      const atCrash = accepted.length;
      await eventually('it is written again', () => accepted.length > atCrash + 40, 40_000);
      isStopping = true;
      await Promise.all(writing);
      const { head } = await stage.readOverHttp();
      expect([...accepted].sort((a, b) => a - b)).toEqual(
        Array.from({ length: head - before }, (_, index) => before + index + 1),
      );
      await expectWhole(stage, accepted);
      expect(stage.reader.faults.filter((fault) => fault.startsWith('got'))).toEqual([]);
    },
    90_000,
  );
});
