import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { startRedis, type TestRedis } from '../support/redis.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { ChaosPostgres } from './chaos-postgres.js';
import { ChaosProxy } from './chaos-proxy.js';
import { Desk } from './desk.js';
import { freePort } from './free-port.js';
import { NodeProcess } from './node-process.js';
import type { SeededRandom } from './seeded-random.js';
import { holdsWithin } from './wait.js';

const MAIN = resolve('dist/apps/api/src/main.js');

/** What several runs may share: the servers beside the nodes. */
export interface Ground {
  folder: string;
  postgres: ChaosPostgres;
  redis: TestRedis;
  close(): Promise<void>;
}

/** What an installation of several nodes is made of. */
export interface Cluster {
  ground: Ground;
  databaseUrl: string;
  nodes: NodeProcess[];
  proxy: ChaosProxy;
  desk: Desk;
  close(): Promise<void>;
}

/** What about an installation may differ. */
export interface ClusterOptions {
  nodes: number;
  random: SeededRandom;
  /** Arguments of node in place of the built server. */
  program?: string[];
  env?: Record<string, string>;
}

/** Starts a Postgres and a Redis. */
export async function layGround(): Promise<Ground> {
  const folder = scratchFolder('rt-chaos-');
  const postgres = await ChaosPostgres.start(folder);
  const redis = await startRedis();
  process.once('exit', () => void redis.stop());
  return {
    folder,
    postgres,
    redis,
    close: async () => {
      await redis.stop();
      await postgres.stop('fast');
      if (!process.env['ROUNDTABLE_CHAOS_KEEP']) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts nodes on a database of their own, behind one proxy, and signs the secretariat in. */
export async function startCluster(ground: Ground, options: ClusterOptions): Promise<Cluster> {
  const name = `chaos_${randomBytes(6).toString('hex')}`;
  const databaseUrl = await ground.postgres.createDatabase(name);
  const folder = join(ground.folder, name);
  mkdirSync(folder);
  const nodes: NodeProcess[] = [];
  const proxy = await ChaosProxy.open(options.random.fork(), () =>
    nodes.filter((node) => node.isUp).map(({ port }) => port),
  );
  const secret = randomBytes(32).toString('base64url');
  for (let index = 0; index < options.nodes; index += 1) {
    const port = await freePort();
    const env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: proxy.url,
      DATABASE_URL: databaseUrl,
      REDIS_URL: ground.redis.url,
      ROUNDTABLE_DATA_DIR: folder,
      ROUNDTABLE_SECRET: secret,
      ROUNDTABLE_SAMPLE: '0',
      LOG_LEVEL: 'debug',
      NODE_ENV: 'production',
      ...options.env,
    };
    const logFile = join(folder, `node-${index + 1}.log`);
    const program = options.program ?? [MAIN];
    nodes.push(new NodeProcess({ name: `node-${index + 1}`, port, program, env, logFile }));
  }
  const [first, ...others] = nodes;
  // The first makes the schema; two at once would only wait for each other.
  await first?.start();
  const desk = new Desk(() => nodes.filter((node) => node.isUp).map(({ url }) => url));
  // Each node that finds no account prints a link of its own, and ends the one before.
  await desk.becomeAdministrator(await setupLink(nodes.slice(0, 1)));
  await Promise.all(others.map((node) => node.start()));
  return {
    ground,
    databaseUrl,
    nodes,
    proxy,
    desk,
    close: async () => {
      await proxy.close();
      await Promise.all(nodes.map((node) => node.kill()));
    },
  };
}

async function setupLink(nodes: readonly NodeProcess[]): Promise<string> {
  let link: string | undefined;
  await holdsWithin(10_000, () => {
    const output = nodes.map(({ logFile }) => readFileSync(logFile, 'utf8')).join('\n');
    link = /https?:\/\/\S+\/setup\/[\w-]+/.exec(output)?.[0];
    return link !== undefined;
  });
  if (link === undefined) throw new Error('No node printed a set-up link.');
  return link;
}
