import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';

/** A Redis of a test's own, which it may kill, hang and start again. */
export interface TestRedis {
  url: string;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts again on the same port. */
  restart(): Promise<void>;
  /** SIGSTOP: the port is open, nobody answers. */
  hang(): void;
  /** SIGCONT. */
  resume(): void;
  stop(): Promise<void>;
}

/** Starts `redis-server` from PATH on a free port, keeping nothing. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await launch(port, url);
  return {
    url,
    kill: () => end(server),
    restart: async () => {
      server = await launch(port, url);
    },
    hang: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    stop: () => end(server),
  };
}

/** Starts `redis-server` with the access list of docker/redis, as the start.sh beside it does; `url` has its user. */
export async function startGuardedRedis(): Promise<Pick<TestRedis, 'url' | 'stop'>> {
  const [port, password] = [await freePort(), randomBytes(24).toString('hex')];
  const url = `redis://roundtable:${password}@127.0.0.1:${port}`;
  const directory = mkdtempSync(join(tmpdir(), 'rt-redis-'));
  const accessList = join(directory, 'users.acl');
  const template = readFileSync('docker/redis/users.acl.template', 'utf8');
  writeFileSync(accessList, template.replace('__PASSWORD__', password));
  const server = await launch(port, url, ['--aclfile', accessList]);
  return {
    url,
    stop: async () => {
      await end(server);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A Redis Cluster of a test's own. */
export interface TestRedisCluster {
  /** Addresses of all nodes, with commas. */
  url: string;
  nodes: Pick<TestRedis, 'kill' | 'hang' | 'resume'>[];
  stop(): Promise<void>;
}

/** Starts three masters that share the slots among them, without replicas. */
export async function startRedisCluster(): Promise<TestRedisCluster> {
  const directory = mkdtempSync(join(tmpdir(), 'rt-redis-'));
  const nodes: { port: number; busPort: number; url: string; server: ChildProcess }[] = [];
  for (let index = 0; index < 3; index += 1) {
    const [port, busPort] = [await freePort(), await freePort()];
    const url = `redis://127.0.0.1:${port}`;
    const files = ['--dir', directory, '--cluster-config-file', `nodes-${index}.conf`];
    const bus = [
      '--cluster-enabled',
      'yes',
      '--cluster-port',
      String(busPort),
      '--cluster-node-timeout',
      '3000',
    ];
    const slots = ['--cluster-require-full-coverage', 'no'];
    nodes.push({ port, busPort, url, server: await launch(port, url, [...files, ...bus, ...slots]) });
  }
  await shareSlots(nodes);
  return {
    url: nodes.map(({ url }) => url).join(','),
    nodes: nodes.map(({ server }) => ({
      kill: () => end(server),
      hang: () => void server.kill('SIGSTOP'),
      resume: () => void server.kill('SIGCONT'),
    })),
    stop: async () => {
      for (const { server } of nodes) await end(server);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function shareSlots(nodes: { port: number; busPort: number; url: string }[]): Promise<void> {
  const clients = await Promise.all(nodes.map(({ url }) => createClient({ url }).connect()));
  const share = Math.ceil(16_384 / nodes.length);
  for (const [index, client] of clients.entries()) {
    const [from, to] = [index * share, Math.min(16_383, (index + 1) * share - 1)];
    await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', String(from), String(to)]);
    for (const { port, busPort } of nodes.slice(0, index))
      await client.sendCommand(['CLUSTER', 'MEET', '127.0.0.1', String(port), String(busPort)]);
  }
  const deadline = Date.now() + 20_000;
  for (const client of clients) {
    for (;;) {
      const info = String(await client.sendCommand(['CLUSTER', 'INFO']));
      if (info.includes('cluster_state:ok') && info.includes('cluster_slots_ok:16384')) break;
      if (Date.now() > deadline) throw new Error(`The cluster did not form:\n${info}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    client.destroy();
  }
}

/** The Redis of `REDIS_URL`, which must be left as it is, or one of the test's own. */
export async function anyRedis(): Promise<Pick<TestRedis, 'url' | 'stop'>> {
  const url = process.env['REDIS_URL'];
  return url ? { url, stop: () => Promise.resolve() } : startRedis();
}

async function launch(port: number, url: string, more: readonly string[] = []): Promise<ChildProcess> {
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    ...more,
  ];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  let failure: Error | null = null;
  server.once('error', (error) => (failure = error));
  const deadline = Date.now() + 15_000;
  while (!(await answers(url))) {
    if (failure) throw new Error('redis-server is not installed: on Debian, apt-get install redis-server.');
    if (Date.now() > deadline) throw new Error(`Redis on port ${port} did not start.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return server;
}

async function answers(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 500 } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return true;
  } catch {
    return false;
  } finally {
    if (client.isOpen) client.destroy();
  }
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGKILL');
  return ended;
}

/** Below the ephemeral range, where no outgoing connection can take it. */
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
