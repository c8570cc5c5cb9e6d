import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '@roundtable/persistence';
import { createClient } from 'redis';
import { runRoundtable } from './command-line.js';
import type { Fault, Stage } from './fault.js';
import { pause } from './wait.js';

/** What happens to nodes, Redis and Postgres. */
export const NODE_FAULTS: readonly Fault[] = [
  {
    kind: 'kill a node',
    async strike({ cluster, random }) {
      const node = random.pick(cluster.nodes);
      await node?.kill();
      await pause(random.between(300, 2_000));
      await node?.start();
    },
  },
  {
    kind: 'stop Redis',
    async strike({ cluster, random }) {
      await cluster.ground.redis.kill();
      await pause(random.between(2_000, 5_000));
      await cluster.ground.redis.restart();
    },
  },
  {
    kind: 'hang Redis',
    async strike({ cluster, random }) {
      cluster.ground.redis.hang();
      await pause(random.between(2_000, 8_000));
      cluster.ground.redis.resume();
    },
  },
  {
    kind: 'pause Redis clients',
    async strike({ cluster, random }) {
      const redis = createClient({ url: cluster.ground.redis.url });
      redis.on('error', () => undefined);
      await redis.connect();
      const ms = random.between(1_000, 4_000);
      await redis.sendCommand(['CLIENT', 'PAUSE', String(ms), 'ALL']);
      redis.destroy();
      await pause(ms);
    },
  },
  { kind: 'restart Postgres', strike: (stage) => restartPostgres(stage, 'fast') },
  { kind: 'crash Postgres', strike: (stage) => restartPostgres(stage, 'crash') },
  {
    kind: 'refuse locks',
    async strike({ cluster, random, rooms }) {
      const room = random.pick(rooms);
      const ms = random.between(2_000, 7_000);
      await withClient(cluster.databaseUrl, async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT FROM record_logs WHERE room_id = $1 FOR UPDATE', [room?.id]);
        await pause(ms);
        await client.query('ROLLBACK');
      });
    },
  },
  {
    kind: 'end database connections',
    async strike({ cluster, random }) {
      for (let turn = random.between(3, 8); turn > 0; turn -= 1) {
        await endConnections(cluster.databaseUrl);
        await pause(random.between(50, 300));
      }
    },
  },
  {
    kind: 'roll a deploy',
    async strike({ cluster }) {
      for (const node of cluster.nodes) {
        await node.stop();
        await node.start();
      }
    },
  },
  {
    kind: 'restore a backup',
    strike: restoreBackup,
  },
];

/** Ends every connection of the nodes in the middle of whatever it does. */
export function endConnections(databaseUrl: string): Promise<unknown> {
  return withClient(databaseUrl, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'roundtable'`,
    ),
  );
}

async function restartPostgres({ cluster, random }: Stage, how: 'fast' | 'crash'): Promise<void> {
  await cluster.ground.postgres.stop(how);
  await pause(random.between(200, 3_000));
  await cluster.ground.postgres.start();
}

/**
 * Brings back a backup that is a little older than the record. Clients find the record longer than they left it, so that
 * only the epoch can tell them that it is another one.
 */
export async function restoreBackup({ cluster, random, rooms }: Stage): Promise<void> {
  const begunAt = Date.now();
  const file = join(cluster.ground.folder, 'backup.rtb');
  rmSync(file, { force: true });
  const at = { databaseUrl: cluster.databaseUrl, logFile: join(cluster.ground.folder, 'command-line.log') };
  await runRoundtable(['backup', file], at);
  await pause(random.between(300, 800));
  cluster.proxy.isShut = true;
  const heads = await Promise.all(rooms.map((room) => room.head()));
  await Promise.all(cluster.nodes.map((node) => node.stop()));
  await runRoundtable(['restore', file, '--replace'], at);
  const backAt = Date.now();
  for (const room of rooms) room.restores.push({ begunAt, backAt });
  await Promise.all(cluster.nodes.map((node) => node.start()));
  await rooms[0]?.growBeyond(heads[0] ?? 0);
  cluster.proxy.isShut = false;
}
