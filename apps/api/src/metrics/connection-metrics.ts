import { Injectable } from '@nestjs/common';
import { askedMetric } from '@roundtable/platform';
import { Admission, LiveServer, Nudges, RoomSeats, SlowReaders } from '@roundtable/realtime';
import type { Registry } from 'prom-client';
import { countedMetric } from './counted.js';

/** Who is connected, who waits to be let in, who is behind, and what became of hints between the processes. */
@Injectable()
export class ConnectionMetrics {
  constructor(
    private readonly live: LiveServer,
    private readonly seats: RoomSeats,
    private readonly slow: SlowReaders,
    private readonly nudges: Nudges,
    private readonly admission: Admission,
  ) {}

  declareIn(registry: Registry): void {
    const { live, seats, slow, nudges, admission } = this;
    const sockets = () => live.server?.of('/').sockets.size ?? 0;
    askedMetric(registry, 'sockets', 'Open connections.', () => [[{}, sockets()]]);
    askedMetric(registry, 'open_rooms', 'Rooms that somebody here has open.', () => [
      [{}, seats.openRooms().length],
    ]);
    askedMetric(registry, 'slow_readers', 'Connections that are behind now.', () => [[{}, slow.behindNow]]);
    askedMetric(registry, 'admission_waiting', 'Those who wait to be let in or to catch up.', () => [
      [{}, admission.waiting],
    ]);
    countedMetric(
      registry,
      {
        name: 'slow_readers_total',
        help: 'Times that a connection was spared the ephemeral lane, reduced to the head, disconnected.',
        label: 'level',
      },
      () => ({ ...slow.counts }),
    );
    countedMetric(
      registry,
      { name: 'admission_total', help: 'What became of those who came or came back.', label: 'fate' },
      () => ({ ...admission.counts }),
    );
    countedMetric(
      registry,
      { name: 'nudges_total', help: 'What became of hints between the processes.', label: 'fate' },
      () => ({ ...nudges.counts }),
    );
  }
}
