import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HealthView } from '@roundtable/contracts';
import { ChaosPostgres } from '../../chaos/chaos-postgres.js';
import { eventually } from '../../support/live-client.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const UP = { state: 'up' };
const DOWN = { state: 'down' };

describe('the health of a server', () => {
  const folder = scratchFolder('rt-health-');
  let postgres: ChaosPostgres;
  let redis: TestRedis;
  let server: RunningRoundtable;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([ChaosPostgres.start(folder), startRedis()]);
    server = await startRoundtable({
      DATABASE_URL: await postgres.createDatabase('roundtable'),
      REDIS_URL: redis.url,
    });
    await redisIs('up');
  }, 120_000);
  afterAll(async () => {
    await server?.dispose();
    await redis?.stop();
    await postgres?.stop('fast');
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(): Promise<{ status: number; view: HealthView }> {
    const answer = await fetch(`${server.url}/api/health`);
    return { status: answer.status, view: (await answer.json()) as HealthView };
  }

  async function isAlive(): Promise<boolean> {
    return (await fetch(`${server.url}/api/health/live`)).status === 200;
  }

  const redisIs = (state: 'up' | 'down') =>
    eventually(`Redis is ${state}`, async () => (await ask()).view.parts['redis']?.state === state);

  it.each([
    ['is killed', () => redis.kill(), () => redis.restart()],
    ['hangs', () => redis.hang(), () => redis.resume()],
  ])('tells that Redis is down when it %s, and stays ready', async (_what, fail, mend) => {
    await fail();
    await redisIs('down');
    const { status, view } = await ask();
    expect(status).toBe(200);
    expect(view).toMatchObject({ ready: true, parts: { database: UP, migrations: UP, redis: DOWN } });
    await mend();
    await redisIs('up');
  });

  it('is alive and not ready while the database is gone, and ready again by itself when it returns', async () => {
    await postgres.stop('fast');
    const { status, view } = await ask();
    expect(status).toBe(503);
    expect(view).toMatchObject({ live: true, ready: false });
    // Nothing beside the states: what an error says may name hosts and users, and anybody may ask.
    expect(view.parts).toEqual({ database: DOWN, migrations: DOWN, redis: UP });
    expect(await isAlive()).toBe(true);
    await postgres.start();
    await eventually('the server is ready again', async () => (await ask()).status === 200);
    expect((await ask()).view.parts).toEqual({ database: UP, migrations: UP, redis: UP });
  });
});
