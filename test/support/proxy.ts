import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The proxy of docker/ in front of servers of a test. */
export interface TestProxy {
  url: string;
  stop(): Promise<void>;
}

/** What docker/nginx.conf says of its surroundings. Each must be found there, or the test would test something else. */
const NODES = ['api-1:3000', 'api-2:3000'];
const LISTEN = 'listen 8080;';
const PLACES: [string, string][] = [
  ['/tmp/nginx.pid', 'nginx.pid'],
  ['/tmp/client_body', 'client_body'],
  ['/tmp/proxy', 'proxy'],
  // A pipe of Node's cannot be opened by this name.
  ['/dev/stderr', 'error.log'],
  ['/dev/stdout', 'access.log'],
];

/** Runs nginx on docker/nginx.conf with nothing changed but addresses: two servers, its own port, its folder. */
export async function startProxy(port: number, servers: [string, string]): Promise<TestProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'rt-proxy-'));
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, adapt(readFileSync('docker/nginx.conf', 'utf8'), { port, servers, folder }));
  const nginx = spawn(findNginx(), ['-c', config, '-p', folder, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  nginx.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((done) => nginx.once('exit', () => done()));
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + 10_000;
  while (!(await answers(`${url}/proxy-health`))) {
    if (nginx.exitCode !== null || Date.now() > deadline) throw new Error(`nginx did not start:\n${said}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return {
    url,
    stop: async () => {
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function adapt(text: string, to: { port: number; servers: [string, string]; folder: string }): string {
  const changes: [string, string][] = [
    [LISTEN, `listen 127.0.0.1:${to.port};`],
    ...NODES.map((node, index): [string, string] => [
      node,
      new URL(to.servers[index] ?? '').host.replace('localhost', '127.0.0.1'),
    ]),
    ...PLACES.map(([path, name]): [string, string] => [path, join(to.folder, name)]),
  ];
  return changes.reduce((config, [from, into]) => {
    if (!config.includes(from))
      throw new Error(`docker/nginx.conf has no "${from}" any more: adapt this test.`);
    return config.replaceAll(from, into);
  }, text);
}

function findNginx(): string {
  const path = process.env['NGINX_PATH'] || '/usr/sbin/nginx';
  if (!existsSync(path))
    throw new Error(
      `There is no nginx at ${path}. Set NGINX_PATH to it, or run the tests with "npm test", which finds it.`,
    );
  return path;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
