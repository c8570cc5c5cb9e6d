import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startBenchPostgres, type BenchPostgres } from './bench-postgres.js';
import { startProcess, type ProcessUnderTest } from './process-under-test.js';
import type { Contestant } from './run.js';
import { rival, roundtable } from './systems.js';

const HOCUSPOCUS = ['--import', './test/support/typescript.mjs', 'test/load/rivals/hocuspocus.ts'];
const RIVAL = ['--import', './test/support/typescript.mjs', 'test/load/rivals/rival.ts'];
/** What stands in the way of a machine that asks instead of people. */
const LIMITS = {
  INTENTS_PER_CONNECTION: '100000000',
  INTENTS_PER_LOGIN: '100000000',
  SOCKET_BUFFER_KIB: '65536',
};

/** Starts the servers that are compared, and ends them. */
export class Contestants {
  private readonly running: ProcessUnderTest[] = [];
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  private readonly secret = randomBytes(48).toString('base64url');

  private constructor(
    readonly postgres: BenchPostgres,
    /** Of the database that every Roundtable of the benchmark works on. */
    readonly database: pg.Client,
    private readonly databaseUrl: string,
    /** Of the database of what Roundtable is compared with. */
    readonly rivalUrl: string,
    private readonly serverFile: string,
  ) {}

  static async prepare(serverFile: string): Promise<Contestants> {
    const postgres = await startBenchPostgres();
    const databaseUrl = await postgres.createDatabase('roundtable_bench');
    const rivalUrl = await postgres.createDatabase('rival_bench');
    const database = new pg.Client({ connectionString: databaseUrl });
    database.on('error', () => undefined);
    await database.connect();
    return new Contestants(postgres, database, databaseUrl, rivalUrl, serverFile);
  }

  /** Address of the database of Roundtable. */
  get url(): string {
    return this.databaseUrl;
  }

  /** One Roundtable, or several nodes of it with a Redis between them. */
  async roundtable(
    name: string,
    { nodes = 1, redis }: { nodes?: number; redis?: string } = {},
  ): Promise<Contestant> {
    const processes: ProcessUnderTest[] = [];
    for (let index = 0; index < nodes; index += 1) processes.push(await this.startRoundtable(redis));
    return { name, system: roundtable(this.database), nodes: processes };
  }

  /** One of the servers in `rivals/`, or several nodes of it. */
  async rival(
    name: string,
    kind: 'each' | 'tick' | 'insert',
    { nodes = 1, redis }: { nodes?: number; redis?: string } = {},
  ): Promise<Contestant> {
    const processes: ProcessUnderTest[] = [];
    for (let index = 0; index < nodes; index += 1) {
      const env = { RIVAL: kind, DATABASE_URL: this.rivalUrl, REDIS_URL: redis ?? '' };
      processes.push(this.keep(await startProcess(RIVAL, { port: await freePort(), env, ready: '/' })));
    }
    const order = nodes > 1 ? 'none' : kind === 'insert' ? 'same' : 'gapless';
    return { name, system: rival(order), nodes: processes };
  }

  /** @hocuspocus/server, with documents of the size that is measured. */
  async hocuspocus(): Promise<ProcessUnderTest> {
    return this.keep(await startProcess(HOCUSPOCUS, { port: await freePort(), ready: '/' }));
  }

  /** Ends servers before the others. */
  async stop({ nodes }: Contestant): Promise<void> {
    for (const node of nodes) await node.stop();
  }

  async close(): Promise<void> {
    for (const node of this.running) await node.stop();
    await this.database.end();
    await this.postgres.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async startRoundtable(redis = ''): Promise<ProcessUnderTest> {
    const isSource = this.serverFile.endsWith('.ts');
    const loader = isSource ? ['--import', './test/support/typescript.mjs'] : [];
    const profile = process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [];
    const env = {
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: redis,
      ROUNDTABLE_DATA_DIR: this.dataDir,
      ROUNDTABLE_SECRET: this.secret,
      ROUNDTABLE_SAMPLE: '0',
      LOG_LEVEL: 'warn',
      ...LIMITS,
    };
    const port = await freePort();
    const args = [...profile, ...loader, this.serverFile];
    return this.keep(await startProcess(args, { port, env, ready: '/api/health' }));
  }

  private keep(node: ProcessUnderTest): ProcessUnderTest {
    this.running.push(node);
    return node;
  }
}

/** Below the ephemeral range, where two thousand outgoing connections cannot take it. */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new Error('No free port was found between 20000 and 32000.');
}
