import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Nudges, type HeadNudge } from '@roundtable/realtime';
import { RecordAnnouncements, type AppendedBatch } from './record-announcements.js';
import { noteLag } from './record.metrics.js';
import { RoomLines } from './room-lines.js';
import { RoomReaders } from './room-readers.js';

/**
 * Takes what was committed to its readers, here and on the other nodes. It happens after the act was answered, in the
 * order of the commits, and nothing that goes wrong here reaches the act: a reader who missed something finds the gap
 * and asks.
 */
@Injectable()
export class RecordDelivery implements OnModuleInit {
  constructor(
    private readonly lines: RoomLines,
    private readonly announcements: RecordAnnouncements,
    private readonly readers: RoomReaders,
    private readonly nudges: Nudges,
  ) {}

  onModuleInit(): void {
    this.nudges.on('head', (nudge) => this.follow(nudge));
  }

  /** Delivers soon: acts that are already answered go first, and calls keep their order. */
  deliverSoon(batch: AppendedBatch, { changesRights }: { changesRights: boolean }): void {
    const committedAt = performance.now();
    setImmediate(() => {
      const { room, epoch, entries } = batch;
      this.lines.offer(batch);
      noteLag('commit_to_local', committedAt);
      if (changesRights) this.readers.reauthoriseSoon(room);
      this.nudges.send('head', { room, seq: entries.at(-1)?.seq ?? 0, epoch });
      this.announcements.announce(batch);
    });
  }

  private follow(nudge: HeadNudge): void {
    const heardAt = performance.now();
    void this.lines.want(nudge)?.then(() => noteLag('nudge_to_read', heardAt));
  }
}
