import { createCluster } from 'redis';
import {
  ANSWER_WITHIN_MS,
  ASK_EVERY_MS,
  CONNECTION,
  SILENT_FOR_MS,
  type LineEars,
  type RedisLine,
} from './redis-line.js';

/** Channels of a subject: they lie on different nodes of the cluster, so that no node carries all of it. */
const SHARDS = 8;
const BEAT = 'beat';
/** From the opening of a line to the first beat of every shard. */
const STAND_WITHIN_MS = 10_000;

/**
 * A line to a Redis Cluster with sharded pub/sub: a message travels on the node its channel belongs to, and on no other.
 * Whether the line stands it learns by hearing itself on every shard every two seconds; a shard that falls silent (its
 * node is gone, hung, or has given the slot away) makes it begin anew with whatever the cluster looks like then.
 */
export class RedisClusterLine implements RedisLine {
  private cluster: Cluster | null = null;
  private heardAt = new Map<number, number>();
  private openedAt = 0;
  private wasStanding = false;
  private beating: NodeJS.Timeout | undefined;
  private subjects: readonly string[] = [];
  private ears: LineEars | null = null;

  constructor(private readonly urls: readonly string[]) {}

  get isReady(): boolean {
    const oldest = performance.now() - SILENT_FOR_MS;
    return this.heardAt.size === SHARDS && [...this.heardAt.values()].every((at) => at > oldest);
  }

  open(subjects: readonly string[], ears: LineEars): void {
    this.subjects = subjects;
    this.ears = ears;
    this.beginAnew();
    this.beating = setInterval(() => this.beat(), ASK_EVERY_MS).unref();
  }

  publish(subject: string, key: string, message: string): Promise<unknown> {
    if (!this.cluster) return Promise.reject(new Error('There is no line to the cluster.'));
    return inTime(this.cluster.sPublish(channelOf(subject, shardOf(key)), message));
  }

  ping(): Promise<unknown> {
    return this.isReady ? this.publish(BEAT, '', '') : Promise.reject(new Error('The cluster is silent.'));
  }

  close(): void {
    clearInterval(this.beating);
    this.drop();
  }

  private beginAnew(): void {
    this.drop();
    const cluster = connectLater(this.urls);
    cluster.on('error', (error: Error) => this.ears?.broken(error));
    cluster.on('node-error', (error: Error) => this.ears?.broken(error));
    this.cluster = cluster;
    this.openedAt = performance.now();
    this.subscribeAll(cluster).catch((error: unknown) => {
      if (error instanceof Error) this.ears?.broken(error);
    });
  }

  private drop(): void {
    const { cluster } = this;
    this.cluster = null;
    this.heardAt = new Map();
    this.wasStanding = false;
    try {
      if (cluster?.isOpen) cluster.destroy();
    } catch {
      // It was closing already.
    }
  }

  private async subscribeAll(cluster: Cluster): Promise<void> {
    await cluster.connect();
    for (let shard = 0; shard < SHARDS; shard += 1) {
      for (const subject of this.subjects)
        await cluster.sSubscribe(channelOf(subject, shard), (message) =>
          this.ears?.message(subject, message),
        );
      await cluster.sSubscribe(channelOf(BEAT, shard), () => this.hearBeat(cluster, shard));
    }
    if (cluster === this.cluster) this.beat();
  }

  /** Any node's beat will do: it came the way that a nudge comes. */
  private hearBeat(cluster: Cluster, shard: number): void {
    if (cluster !== this.cluster) return;
    this.heardAt.set(shard, performance.now());
    if (this.wasStanding || !this.isReady) return;
    this.wasStanding = true;
    this.ears?.taken();
  }

  private beat(): void {
    const { cluster } = this;
    if (!cluster) return;
    const isLost = !this.isReady && performance.now() - this.openedAt > STAND_WITHIN_MS;
    if ((this.wasStanding && !this.isReady) || isLost) return this.beginAnew();
    for (let shard = 0; shard < SHARDS; shard += 1)
      inTime(cluster.sPublish(channelOf(BEAT, shard), '')).catch(() => undefined);
  }
}

type Cluster = ReturnType<typeof connectLater>;

/** Nodes that the cluster names later are reached with the user and the encryption of the first address. */
function connectLater(urls: readonly string[]) {
  const { username, password, protocol } = new URL(urls[0] ?? '');
  const { socket, ...connection } = CONNECTION;
  return createCluster({
    rootNodes: urls.map((url) => ({ url })),
    defaults: {
      ...connection,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      socket: protocol === 'rediss:' ? { ...socket, tls: true as const } : { ...socket },
    },
  });
}

/** A node that hangs must not keep what is waited for. */
async function inTime(command: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer in time.')), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([command, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function channelOf(subject: string, shard: number): string {
  return `roundtable:${subject}:${shard}`;
}

function shardOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1) hash = (hash * 31 + key.charCodeAt(index)) >>> 0;
  return hash % SHARDS;
}
