import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/live-client.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

interface Health {
  ready: boolean;
  parts: Record<string, { state: string }>;
}

describe('a running server', () => {
  let server: RunningRoundtable;
  beforeAll(async () => {
    server = await startRoundtable({
      LOG_LEVEL: 'debug',
      // The embedded Postgres, whatever the tests run on: its folder is what this is about.
      DATABASE_URL: '',
      REDIS_URL: process.env['ROUNDTABLE_TEST_REDIS'] ?? '',
    });
  }, 60_000);
  afterAll(() => server.dispose());

  it('tells that it is ready, and each part of it', async () => {
    const health = await readHealth(server.url);
    expect(health.ready).toBe(true);
    expect(health.parts['database']?.state).toBe('up');
    expect(health.parts['migrations']?.state).toBe('up');
    expect(health.parts['redis']?.state).toBe(process.env['ROUNDTABLE_TEST_REDIS'] ? 'up' : 'off');
  });

  it('lets nothing be cached under /api, and nothing foreign run in its pages', async () => {
    const api = await fetch(`${server.url}/api/health/live`);
    expect(api.headers.get('cache-control')).toBe('no-store, private');
    const page = await fetch(`${server.url}/join/some-token`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none';script-src 'self';style-src 'self';/,
    );
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('<div id="root">');
  });

  it('answers an unknown address of the API as an error and a missing file as missing', async () => {
    const unknown = await fetch(`${server.url}/api/v1/nothing`);
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      {
        ok: false,
        error: { code: 'not_found', message: 'There is nothing at this address that you may see.' },
      },
    ]);
    expect((await fetch(`${server.url}/assets/gone.js`)).status).toBe(404);
  });

  it.each([
    ['openapi.json', { openapi: '3.1.0', paths: { '/api/v1/login': { post: { security: [] } } } }],
    ['asyncapi.json', { asyncapi: '3.0.0', components: { messages: { 'discussion.post': {} } } }],
  ])('describes its interface to a stranger in %s', async (name, described) => {
    const answer = await fetch(`${server.url}/api/${name}`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect([answer.status, await answer.json()]).toMatchObject([200, described]);
  });

  it('refuses to change anything for a page of another site', async () => {
    const headers = { Origin: 'https://evil.example.org', 'Content-Type': 'application/json' };
    const answer = await fetch(`${server.url}/api/v1/login`, { method: 'POST', headers, body: '{}' });
    expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: 'origin_refused' } }]);
  });

  it('refuses 10 MB of JSON and half a JSON, each with its code', async () => {
    const post = (body: string) =>
      fetch(`${server.url}/api/v1/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
    const big = await post(JSON.stringify({ email: 'x'.repeat(10_000_000) }));
    expect([big.status, await big.json()]).toMatchObject([413, { error: { code: 'payload_too_large' } }]);
    const half = await post('{"email": "a');
    expect([half.status, await half.json()]).toMatchObject([400, { error: { code: 'invalid' } }]);
  });

  it.each([
    ['no HTTP at all', '\u0000\u0001\u0002garbage\r\n\r\n'],
    ['a header of 200 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(200_000)}\r\n\r\n`],
    [
      'an upgrade to nowhere',
      'GET /nowhere HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n',
    ],
    [
      'a broken handshake',
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n\u00ff',
    ],
  ])('outlives %s', async (_what, bytes) => {
    await sendRaw(server.url, bytes);
    expect((await readHealth(server.url)).ready).toBe(true);
  });

  it('keeps personal links out of its log', async () => {
    await fetch(`${server.url}/join/very-secret-token`);
    await fetch(`${server.url}/api/v1/join/very-secret-token`);
    expect(server.output()).toContain('/join/…');
    expect(server.output()).not.toContain('very-secret-token');
  });

  it('names a request in its log as its answer does', async () => {
    const answer = await fetch(`${server.url}/api/health/live`);
    const requestId = answer.headers.get('x-request-id') ?? '';
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const findLine = () =>
      server
        .output()
        .split('\n')
        .find((line) => line.includes(requestId) && line.endsWith('}'));
    await eventually('the request is in the log', () => findLine() !== undefined);
    expect(JSON.parse(findLine() ?? '')).toMatchObject({
      requestId,
      method: 'GET',
      path: '/api/health/live',
      status: 200,
    });
  });

  it('is ready again after kill -9, on the same data', async () => {
    await server.kill();
    await server.restart();
    expect((await readHealth(server.url)).ready).toBe(true);
  }, 60_000);

  it('refuses a second server on the same folder, and says which process has it', async () => {
    const { code, stderr } = await run({ ROUNDTABLE_DATA_DIR: server.dataDir, PORT: '0' });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The data folder \S+ is in use by process \d+: stop that one first, or choose another folder with ROUNDTABLE_DATA_DIR\.\n$/,
    );
  });
});

describe('a start that cannot succeed', () => {
  let dataDir: string;
  let taken: Server;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'rt-start-'));
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    taken.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('says that the port is in use', async () => {
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const { code, stderr } = await run({ ROUNDTABLE_DATA_DIR: dataDir, PORT: port });
    expect([code, stderr]).toEqual([
      1,
      `Port ${port} is in use by another program: stop that one, or choose another port, for example PORT=4100.\n`,
    ]);
  }, 30_000);

  it('says that the folder cannot be written', async () => {
    writeFileSync(join(dataDir, 'a-file'), '');
    const { code, stderr } = await run({ ROUNDTABLE_DATA_DIR: join(dataDir, 'a-file', 'data') });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^The data folder \S+ cannot be written \(ENOTDIR\): .*\.\n$/),
    ]);
  });

  it('says that the database cannot be reached, without its password', async () => {
    const { code, stderr } = await run({ DATABASE_URL: 'postgres://rt:hunter2@127.0.0.1:9/rt' });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^The database of DATABASE_URL cannot be used \(.*\): check .*\.\n$/),
    ]);
    expect(stderr).not.toContain('hunter2');
  });

  it('says which setting is wrong', async () => {
    const { code, stderr } = await run({ PORT: 'abc' });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^PORT "abc" is not a whole number: choose .*\.\n$/),
    ]);
  });
});

async function readHealth(url: string): Promise<Health> {
  return (await (await fetch(`${url}/api/health`)).json()) as Health;
}

/** Sends bytes as they are and waits until the other side ends, or two seconds. */
function sendRaw(url: string, bytes: string): Promise<void> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
  });
}

/** Runs the built server until it ends by itself. */
function run(settings: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|REDIS_URL|PORT)$/.test(name)),
  );
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { ...inherited, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr })));
}
