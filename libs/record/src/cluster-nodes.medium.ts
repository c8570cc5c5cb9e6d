import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PresenceChanged } from '@roundtable/contracts';
import { createClient } from 'redis';
import { eventually, StrictReader } from '../../../test/support/live-client.js';
import { posting, type Person } from '../../../test/support/record-node.js';
import { startRedisCluster, type TestRedisCluster } from '../../../test/support/redis.js';
import { TwoRecordNodes } from '../../../test/support/two-record-nodes.js';

/** With the sweep of two seconds, polling and a busy machine. */
const SWEPT_WITHIN_MS = 3_500;

describe('two nodes over a Redis Cluster of three', () => {
  let cluster: TestRedisCluster;
  let nodes: TwoRecordNodes;

  beforeAll(async () => {
    cluster = await startRedisCluster();
    nodes = await TwoRecordNodes.start(cluster.url);
  }, 60_000);

  afterEach(() => nodes.hangUp());

  afterAll(async () => {
    await nodes?.close();
    await cluster?.stop();
  });

  /** Speaks here; gives how long the acknowledgement and the arrival on either node took. */
  async function speak(author: Person, readers: { near: StrictReader; far: StrictReader }, body: string) {
    const begun = performance.now();
    const { seq } = await nodes.here.records.append(posting(author, body));
    const acknowledgedMs = performance.now() - begun;
    await eventually('it arrives on the same node', () => readers.near.last >= seq);
    const nearMs = performance.now() - begun;
    await eventually('it arrives on the other node', () => readers.far.last >= seq);
    return { acknowledgedMs, nearMs, farMs: performance.now() - begun };
  }

  it('deliver to each other soon in every room, whichever node its nudges travel on, and show who is present', async () => {
    const delays: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      const author = nodes.people.add(await nodes.here.createRoom());
      const near = await nodes.enterRoom(author, nodes.addresses.here);
      const told: PresenceChanged[] = [];
      near.socket.on('presence.changed', (change: PresenceChanged) => told.push(change));
      const other = nodes.people.add(author.membership.roomId);
      const far = await nodes.enterRoom(other, nodes.addresses.there);
      delays.push((await speak(author, { near, far }, 'Across.')).farMs);
      await eventually('the other is seen to be there', () =>
        told.some(({ joined }) =>
          joined.some(({ participant }) => participant === other.membership.participantId),
        ),
      );
      expect([...near.faults, ...far.faults]).toEqual([]);
    }
    delays.sort((a, b) => a - b);
    process.stdout.write(`across nodes over the cluster, ms: ${delays.map(Math.round).join(' ')}\n`);
    expect(delays.at(-2)).toBeLessThan(1_000);
  }, 40_000);

  it('use sharded channels, and no word of a room passes through them', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const readers = {
      near: await nodes.enterRoom(author, nodes.addresses.here),
      far: await nodes.enterRoom(nodes.people.add(author.membership.roomId), nodes.addresses.there),
    };
    const messages: string[] = [];
    const watchers = await Promise.all(cluster.url.split(',').map((url) => createClient({ url }).connect()));
    const perNode = await Promise.all(
      watchers.map(async (watcher) => {
        const channels = (await watcher.sendCommand(['PUBSUB', 'SHARDCHANNELS'])) as unknown as string[];
        const plain = (await watcher.sendCommand(['PUBSUB', 'CHANNELS'])) as unknown as string[];
        expect(plain).toEqual([]);
        await watcher.monitor((message) => messages.push(String(message)));
        return channels.length;
      }),
    );
    expect(perNode.every((count) => count > 0)).toBe(true);
    await speak(author, readers, 'The secret of the canal.');
    await eventually('the head is seen in Redis', () =>
      messages.some((message) => message.includes(author.membership.roomId)),
    );
    expect(messages.join('\n')).not.toContain('canal');
    for (const watcher of watchers) watcher.destroy();
  }, 20_000);

  it('with a hung node delay neither an act nor its delivery here, reach each other by the sweep, and mend by themselves', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const readers = {
      near: await nodes.enterRoom(author, nodes.addresses.here),
      far: await nodes.enterRoom(nodes.people.add(author.membership.roomId), nodes.addresses.there),
    };
    for (const node of cluster.nodes) node.hang();
    const slowest = { acknowledgedMs: 0, nearMs: 0, farMs: 0 };
    for (let count = 0; count < 8; count += 1) {
      const times = await speak(author, readers, `Hung, ${count}.`);
      for (const key of Object.keys(slowest) as (keyof typeof slowest)[])
        slowest[key] = Math.max(slowest[key], times[key]);
    }
    process.stdout.write(`with a hung cluster, slowest ms: ${JSON.stringify(slowest)}\n`);
    expect(slowest.acknowledgedMs).toBeLessThan(450);
    expect(slowest.nearMs).toBeLessThan(450);
    expect(slowest.farMs).toBeLessThan(SWEPT_WITHIN_MS);
    await nodes.linked('down');
    for (const node of cluster.nodes) node.resume();
    await nodes.linked('up');
    expect((await speak(author, readers, 'Mended.')).farMs).toBeLessThan(1_500);
    expect([...readers.near.faults, ...readers.far.faults]).toEqual([]);
  }, 90_000);

  it('go on when a node of the cluster is killed for good', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const readers = {
      near: await nodes.enterRoom(author, nodes.addresses.here),
      far: await nodes.enterRoom(nodes.people.add(author.membership.roomId), nodes.addresses.there),
    };
    await cluster.nodes[2]?.kill();
    for (let count = 0; count < 4; count += 1) {
      const times = await speak(author, readers, `One is gone, ${count}.`);
      expect(times.nearMs).toBeLessThan(450);
      expect(times.farMs).toBeLessThan(SWEPT_WITHIN_MS);
    }
  }, 40_000);
});
