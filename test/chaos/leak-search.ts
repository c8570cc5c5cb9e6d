import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { withClient } from '@roundtable/persistence';
import { createClient } from 'redis';
import type { Cluster } from './cluster.js';
import { RedisMonitor } from './redis-monitor.js';
import { countStored } from './stored-room.js';
import { holdsWithin } from './wait.js';

const OVERLAP = 200;

/** Where words were looked for, and how often those were found that had to be found and those that must not be. */
export interface LeakReport {
  places: Record<string, { control: number; leaked: number }>;
  /** Entries on the record with the words: what is looked for was really said. */
  said: number;
  leaked: number;
  /** Places in which not even the control was found, so that the search proves nothing. */
  blind: string[];
}

/**
 * Looks for the words of members-only rooms in Redis, in the logs of nodes and Postgres and in the metrics. In each of
 * these places it first puts a control by the ways that are open to anybody (a published message, the path of a
 * request, a failed statement), which it must find.
 */
export class LeakSearch {
  /** In everything that is said. */
  readonly sentinel = `kurut${randomBytes(6).toString('hex')}`;
  private readonly control = `signpost${randomBytes(6).toString('hex')}`;
  private readonly monitor: RedisMonitor;
  private metrics = '';

  constructor(private readonly cluster: Cluster) {
    this.monitor = new RedisMonitor(cluster.ground.redis.url, () => [this.sentinel, this.control]);
  }

  /** Reads the metrics now; called every now and then, since what they show changes. */
  async readMetrics(): Promise<void> {
    for (const { url, isUp } of this.cluster.nodes) {
      if (!isUp) continue;
      const response = await fetch(`${url}/api/metrics`, { signal: AbortSignal.timeout(3_000) }).catch(
        () => null,
      );
      if (response?.ok) this.metrics += await response.text();
    }
    this.metrics = this.metrics.slice(-2_000_000);
  }

  /** Puts the controls, searches everywhere and stops watching. */
  async report(): Promise<LeakReport> {
    await this.plantControls();
    await holdsWithin(10_000, () => this.monitor.found.has(this.control));
    await this.readMetrics();
    const { nodes, ground, databaseUrl } = this.cluster;
    const places: LeakReport['places'] = {
      redis: {
        control: this.monitor.found.get(this.control) ?? 0,
        leaked: this.monitor.found.get(this.sentinel) ?? 0,
      },
    };
    for (const { name, logFile } of nodes) places[`log of ${name}`] = await this.searchFile(logFile);
    places['log of Postgres'] = await this.searchFile(ground.postgres.logFile);
    if (this.metrics !== '')
      places['metrics'] = {
        // A family that every process has; there is no way for strangers to put words there.
        control: count(this.metrics, 'process_resident_memory_bytes'),
        leaked: count(this.metrics, this.sentinel),
      };
    this.monitor.close();
    return {
      places,
      said: await countStored(databaseUrl, this.sentinel),
      leaked: Object.values(places).reduce((sum, { leaked }) => sum + leaked, 0),
      blind: Object.entries(places).flatMap(([place, { control }]) => (control === 0 ? [place] : [])),
    };
  }

  private async plantControls(): Promise<void> {
    const { nodes, databaseUrl, ground } = this.cluster;
    for (const { url, isUp } of nodes)
      if (isUp) await fetch(`${url}/api/v1/${this.control}`).catch(() => null);
    await withClient(databaseUrl, (client) => client.query(`SELECT ${this.control}`)).catch(() => null);
    await holdsWithin(10_000, () => this.monitor.isWatching);
    const redis = createClient({ url: ground.redis.url });
    redis.on('error', () => undefined);
    await redis.connect();
    await redis.publish('control', this.control);
    redis.destroy();
  }

  private async searchFile(file: string): Promise<{ control: number; leaked: number }> {
    const found = { control: 0, leaked: 0 };
    let rest = '';
    for await (const chunk of createReadStream(file, 'utf8')) {
      const text = rest + String(chunk);
      found.control += text.includes(this.control) ? 1 : 0;
      found.leaked += text.includes(this.sentinel) ? 1 : 0;
      rest = text.slice(-OVERLAP);
    }
    return found;
  }
}

function count(text: string, word: string): number {
  return text.split(word).length - 1;
}
