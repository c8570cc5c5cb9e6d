import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './step.mjs';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** What the tests need beside npm packages, how to find it, and what to say where it cannot be found. */
const PROGRAMS = {
  redis: {
    packages: ['redis-server'],
    find: () => process.env.REDIS_URL ?? findOnPath(['redis-server']),
    advice:
      'Redis 7: install redis-server so that it is on the PATH, or set REDIS_URL to a server the tests may use',
  },
  /** Tests that kill and hang a Redis start one of their own, whatever REDIS_URL says. */
  'redis-server': {
    packages: ['redis-server'],
    find: () => findOnPath(['redis-server']),
    advice: 'Redis 7: install redis-server so that it is on the PATH',
  },
  nginx: {
    packages: ['nginx-light'],
    find: () => process.env.NGINX_PATH ?? findOnPath(['nginx', '/usr/sbin/nginx']),
    advice: 'nginx 1.22 or later: install it so that it is on the PATH, or set NGINX_PATH to the program',
  },
  chromium: {
    packages: ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'],
    find: () => process.env.CHROMIUM_PATH ?? findOnPath(CHROMIUM_NAMES),
    advice: 'Chromium: install it so that "chromium" is on the PATH, or set CHROMIUM_PATH to the program',
  },
};

/**
 * Finds the named programs, installing them with apt on Debian as root and saying so.
 * Throws one error that lists everything that is missing and how to get it.
 */
export async function findPrograms(names) {
  const missing = names.filter((name) => !PROGRAMS[name].find());
  if (missing.length > 0 && mayInstall())
    await install([...new Set(missing.flatMap((name) => PROGRAMS[name].packages))]);
  const stillMissing = names.filter((name) => !PROGRAMS[name].find());
  if (stillMissing.length > 0) {
    const lines = stillMissing.map((name) => `  - ${PROGRAMS[name].advice}.`);
    throw new Error(`The tests cannot run, because this is missing:\n${lines.join('\n')}`);
  }
  return Object.fromEntries(names.map((name) => [name, PROGRAMS[name].find()]));
}

/** Starts a Redis of our own that keeps nothing, unless `found` is the address of a running one. */
export async function provideRedis(found) {
  if (found.includes('://')) return { url: found, stop: () => undefined };
  const port = await findFreePort();
  const directory = mkdtempSync(join(tmpdir(), 'rt-redis-'));
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    directory,
  ];
  const server = spawn(found, args, { stdio: 'ignore' });
  await waitForPort(port, server);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => {
      server.kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function mayInstall() {
  return (
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && findOnPath(['apt-get']) !== undefined
  );
}

async function install(packages) {
  process.stdout.write(
    `Missing here: ${packages.join(', ')}. This is Debian and you are root, so they are installed with apt-get ...\n`,
  );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0) process.stdout.write(`${output.trim()}\napt-get ${args[0]} failed.\n`);
  }
}

function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(
    (file) => existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore' }).error === undefined,
  );
}

/** Below the ephemeral range, where outgoing connections cannot take the port in the meantime. */
async function findFreePort() {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error('There is no free port between 20000 and 32000.');
}

async function waitForPort(port, child) {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('redis-server did not start.');
}
