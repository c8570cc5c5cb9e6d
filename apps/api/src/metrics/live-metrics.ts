import { Injectable, type OnModuleInit } from '@nestjs/common';
import { askedCount, askedMetric, METRICS } from '@roundtable/platform';
import { LiveServer, Nudges, RoomSeats, SlowReaders } from '@roundtable/realtime';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

/** What of a `pg` pool is looked at. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** What is not observed when it happens but looked up when somebody reads the metrics. */
@Injectable()
export class LiveMetrics implements OnModuleInit {
  private readonly registry = new Registry();

  constructor(
    private readonly dataSource: DataSource,
    private readonly live: LiveServer,
    private readonly seats: RoomSeats,
    private readonly slow: SlowReaders,
    private readonly nudges: Nudges,
  ) {}

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
    this.declareConnections();
    this.declareNudges();
    askedMetric(
      this.registry,
      'database_pool',
      'Connections to Postgres, and acts waiting for one.',
      () => this.lookAtPool(),
      ['state'],
    );
  }

  /** Everything this process measures, in the text format of Prometheus. */
  async read(): Promise<{ type: string; text: string }> {
    const [observed, looked] = await Promise.all([METRICS.metrics(), this.registry.metrics()]);
    return { type: this.registry.contentType, text: `${observed}\n${looked}` };
  }

  private declareConnections(): void {
    const { registry, live, seats, slow } = this;
    askedMetric(registry, 'sockets', 'Open connections.', () => [
      [{}, live.server?.of('/').sockets.size ?? 0],
    ]);
    askedMetric(registry, 'open_rooms', 'Rooms that somebody here has open.', () => [
      [{}, seats.openRooms().length],
    ]);
    askedMetric(registry, 'slow_readers', 'Connections that are behind now.', () => [[{}, slow.behindNow]]);
    askedCount(
      registry,
      'slow_readers_total',
      'Times that a connection was spared the ephemeral lane, reduced to the head, disconnected.',
      () =>
        Object.entries(slow.counts).map(([level, count]: [string, number]) => [{ level }, count] as const),
      ['level'],
    );
  }

  private declareNudges(): void {
    askedCount(
      this.registry,
      'nudges_total',
      'What became of hints between the processes.',
      () =>
        Object.entries(this.nudges.counts).map(
          ([fate, count]: [string, number]) => [{ fate }, count] as const,
        ),
      ['fate'],
    );
  }

  private lookAtPool() {
    const { master } = this.dataSource.driver as unknown as { master?: Pool };
    const { totalCount = 0, idleCount = 0, waitingCount = 0 } = master ?? {};
    return [
      [{ state: 'total' }, totalCount],
      [{ state: 'idle' }, idleCount],
      [{ state: 'waiting' }, waitingCount],
    ] as const;
  }
}
