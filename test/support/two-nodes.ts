import { randomBytes } from 'node:crypto';
import { blankDatabase } from './postgres.js';
import { startProxy, type TestProxy } from './proxy.js';
import { startRedis, type TestRedis } from './redis.js';
import { findFreePort, startRoundtable, type RunningRoundtable } from './roundtable.js';

/** Two servers as operators run them: one database, one Redis, the proxy of docker/ in front. */
export class TwoNodes {
  private constructor(
    readonly proxy: TestProxy,
    readonly nodes: [RunningRoundtable, RunningRoundtable],
    readonly redis: TestRedis,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start(): Promise<TwoNodes> {
    const [database, redis, port] = await Promise.all([blankDatabase(), startRedis(), findFreePort()]);
    const settings = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      ROUNDTABLE_SECRET: randomBytes(24).toString('hex'),
      PUBLIC_URL: `http://localhost:${port}`,
      TRUSTED_PROXIES: '127.0.0.1',
    };
    const first = await startRoundtable(settings);
    const second = await startRoundtable(settings);
    const proxy = await startProxy(port, [first.url, second.url]);
    return new TwoNodes(proxy, [first, second], redis, database.drop);
  }

  /** How many connections each node has now, by its own metrics; 0 for one that is down. */
  connections(): Promise<number[]> {
    return Promise.all(
      this.nodes.map(async ({ url }) => {
        try {
          const text = await (await fetch(`${url}/api/metrics`)).text();
          return Number(/^roundtable_sockets (\d+)$/m.exec(text)?.[1] ?? 0);
        } catch {
          return 0;
        }
      }),
    );
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    for (const node of this.nodes) await node.dispose();
    await this.redis.stop();
    await this.dropDatabase();
  }
}
