import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '@roundtable/platform';
import { DataFolder } from './data-folder.js';
import { EmbeddedPostgres, openDatabase, withClient } from '@roundtable/persistence';

const ROOT = new URL('../../../', import.meta.url).pathname;

describe('the embedded Postgres', () => {
  let dataDir: string;
  const stops: (() => Promise<void> | void)[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rt-embedded-'));
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start(options: { onLost?: (sentence: string) => void } = {}): Promise<EmbeddedPostgres> {
    const server = await EmbeddedPostgres.start({ dataDir, ...options });
    stops.push(() => server.stop());
    return server;
  }

  async function startInOtherProcess(): Promise<{ holder: ChildProcess; url: string; pid: number }> {
    const loader = join(ROOT, 'test/support/typescript.mjs');
    const script = join(ROOT, 'test/support/hold-embedded-postgres.ts');
    const holder = spawn(process.execPath, ['--import', loader, script, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    stops.push(() => void holder.kill('SIGKILL'));
    const [line] = (await once(holder.stdout, 'data')) as [Buffer];
    return { holder, ...(JSON.parse(line.toString('utf8')) as { url: string; pid: number }) };
  }

  it('keeps what was committed between two starts', async () => {
    const first = await start();
    await query(first.url, `CREATE TABLE kept AS SELECT 'Өңүү'::text AS word`);
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'Өңүү' }]);
  });

  it('has a locale in which Cyrillic is searched and Kyrgyz is sorted', async () => {
    const { url } = await start();
    await query(url, 'CREATE EXTENSION pg_trgm');
    const [found] = await query(
      url,
      `SELECT to_tsvector('russian', 'воды долины') @@ plainto_tsquery('russian', 'вода') AS words,
              similarity('талкуулоо', 'талкуулануу') > 0.2 AS likeness, 'ң' < 'о' AS sorted`,
    );
    expect(found).toEqual({ words: true, likeness: true, sorted: true });
  });

  it('refuses a folder that another process uses, and says which process', async () => {
    const { holder } = await startInOtherProcess();
    await expect(start()).rejects.toThrow(
      `The data folder ${dataDir} is in use by process ${holder.pid}: stop that one first, or choose another folder with ROUNDTABLE_DATA_DIR.`,
    );
  });

  it('says what stands where its files belong, and not that somebody uses it', async () => {
    writeFileSync(join(dataDir, 'pg'), 'notes');
    await expect(start()).rejects.toThrow(
      `The embedded Postgres could not put its files at ${join(dataDir, 'pg')} (ENOTDIR): move away what is there, or choose another folder with ROUNDTABLE_DATA_DIR.`,
    );
    expect(readFileSync(join(dataDir, 'pg'), 'utf8')).toBe('notes');
  });

  it('lets a command line join the Postgres of a running server, and leaves it running', async () => {
    const { url } = await startInOtherProcess();
    const config = Object.assign(new Config(), { dataDir });
    const joined = await openDatabase(config, { mayJoin: true });
    expect(joined).toMatchObject({ kind: 'joined', url });
    await joined.close();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('tells a command line where the server it joins is reached, while that one lives', async () => {
    const { holder } = await startInOtherProcess();
    const folder = new DataFolder(dataDir);
    folder.noteAddress('http://localhost:4100');
    const config = Object.assign(new Config(), { dataDir });
    expect(await openDatabase(config, { mayJoin: true })).toMatchObject({
      serverAddress: 'http://localhost:4100',
    });
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await gone;
    expect(folder.findAddress()).toBeUndefined();
  });

  it('starts again after kill -9 of its process, with every committed row', async () => {
    const { holder, url } = await startInOtherProcess();
    await query(url, 'CREATE TABLE counted (n int)');
    for (let n = 1; n <= 50; n += 1) await query(url, `INSERT INTO counted VALUES (${n})`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const again = await start();
    expect(await query(again.url, 'SELECT count(*)::int AS rows FROM counted')).toEqual([{ rows: 50 }]);
  });

  it('starts again after kill -9 of Postgres and node together, in spite of the pid file left', async () => {
    const { holder, url, pid } = await startInOtherProcess();
    await query(url, 'CREATE TABLE survivors AS SELECT 1 AS n');
    process.kill(pid, 'SIGKILL');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    // As after a power cut and a restart in which the number went to somebody else: here to this process.
    const pidFile = join(dataDir, 'pg', 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));
    const again = await start();
    expect(await query(again.url, 'SELECT n FROM survivors')).toEqual([{ n: 1 }]);
  });

  it('comes back at the same address when Postgres alone is killed', async () => {
    const lost: string[] = [];
    const server = await start({ onLost: (sentence) => lost.push(sentence) });
    await query(server.url, 'CREATE TABLE back AS SELECT 1 AS n');
    process.kill(server.pid ?? 0, 'SIGKILL');
    expect(await eventually(() => query(server.url, 'SELECT n FROM back'))).toEqual([{ n: 1 }]);
    expect(lost).toEqual([]);
  });

  it('lets nobody but its own user reach the socket', async () => {
    const server = await start();
    const socketDir = new URL(server.url).searchParams.get('host') ?? '';
    expect(statSync(socketDir).mode & 0o777).toBe(0o700);
  });

  it('refuses a folder written by a newer version', async () => {
    writeFileSync(join(dataDir, 'roundtable.json'), '{"format": 99}');
    await expect(start()).rejects.toThrow(
      /written by a newer Roundtable \(format 99, this version knows 1\): start that version/,
    );
  });

  it('refuses files of another major version of Postgres, says what to do, and leaves them alone', async () => {
    const clusterDir = join(dataDir, 'pg');
    mkdirSync(clusterDir);
    writeFileSync(join(clusterDir, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(
      `The data folder ${dataDir} holds files of Postgres 17, and this Roundtable brings Postgres 18: start the Roundtable that wrote it, or choose another folder with ROUNDTABLE_DATA_DIR.`,
    );
    expect(readdirSync(clusterDir)).toEqual(['PG_VERSION']);
  });

  it('refuses a folder that cannot be written', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    const inside = join(dataDir, 'file', 'data');
    await expect(EmbeddedPostgres.start({ dataDir: inside })).rejects.toThrow(
      `The data folder ${inside} cannot be written (ENOTDIR): give this user the right to write there, or choose another folder with ROUNDTABLE_DATA_DIR.`,
    );
  });

  it('refuses a DATABASE_URL behind which nobody answers, without repeating its password', async () => {
    const config = Object.assign(new Config(), { databaseUrl: 'postgres://rt:secret@127.0.0.1:9/rt' });
    const refusal = await openDatabase(config, { mayJoin: false }).catch((error: Error) => error.message);
    expect(refusal).toMatch(
      /^The database of DATABASE_URL cannot be used \(connect ECONNREFUSED 127.0.0.1:9\): check the address/,
    );
    expect(refusal).not.toContain('secret');
  });
});

function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
