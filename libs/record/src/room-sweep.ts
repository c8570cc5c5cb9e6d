import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TIMINGS } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';
import { RepeatingTask, RoomSeats } from '@roundtable/realtime';
import { DataSource } from 'typeorm';
import { sweepRepairs } from './record.metrics.js';
import { RecordRepository } from './record.repository.js';
import { RoomLines } from './room-lines.js';
import { RoomReaders } from './room-readers.js';

/**
 * Compares, every two seconds, the rooms open here with the database: where rights have changed, on whichever node, the
 * readers are authorised afresh; where the head moved without our delivering it (another node whose nudge was lost, the
 * command line), it is delivered. Every 15 s each room is told its head in any case, so that a reader who lost
 * something in silence finds out.
 */
@Injectable()
export class RoomSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: RepeatingTask;
  /** By room: the version of its rights that its readers here were last authorised under. */
  private rightsSeen = new Map<string, number>();
  private sweeps = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RecordRepository,
    private readonly seats: RoomSeats,
    private readonly lines: RoomLines,
    private readonly readers: RoomReaders,
    logger: JsonLogger,
  ) {
    this.task = new RepeatingTask(
      TIMINGS.revocationSweepMs,
      () => this.sweep(),
      (error) => logger.logger.warn({ err: error }, 'room sweep failed'),
    );
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.task.stop();
  }

  private async sweep(): Promise<void> {
    const isHeartbeat = this.isHeartbeat();
    this.lines.prune();
    const rooms = this.seats.openRooms();
    const heads = rooms.length > 0 ? await this.repository.readHeads(this.dataSource.manager, rooms) : [];
    const seenBefore = this.rightsSeen;
    this.rightsSeen = new Map(heads.map(({ room, rightsVersion }) => [room, rightsVersion]));
    for (const { room, head, epoch, rightsVersion } of heads) {
      // A room first seen in this sweep may have been opened under older rights: its readers are looked at once.
      if (seenBefore.get(room) !== rightsVersion) await this.readers.reauthorise(room);
      if (this.lines.want({ room, seq: head, epoch })) sweepRepairs.inc();
      if (isHeartbeat) this.lines.tellHead(room);
    }
  }

  private isHeartbeat(): boolean {
    this.sweeps += 1;
    return this.sweeps % Math.floor(TIMINGS.headHeartbeatMs / TIMINGS.revocationSweepMs) === 0;
  }
}
