import { Injectable } from '@nestjs/common';
import { JsonLogger } from '@roundtable/platform';
import { FanOut } from '@roundtable/realtime';
import { EntryPresenter } from './entry-presenter.js';
import { RecordAnnouncements, type AppendedBatch } from './record-announcements.js';
import { RoomReaders } from './room-readers.js';

/**
 * Takes what was committed to its readers. It happens after the act was answered, in the order of the commits, and
 * nothing that goes wrong here reaches the act: a reader who missed something finds the gap and asks.
 */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly fanOut: FanOut,
    private readonly presenter: EntryPresenter,
    private readonly announcements: RecordAnnouncements,
    private readonly readers: RoomReaders,
    private readonly logger: JsonLogger,
  ) {}

  /** Delivers soon: acts that are already answered go first, and calls keep their order. */
  deliverSoon(batch: AppendedBatch, { changesRights }: { changesRights: boolean }): void {
    setImmediate(() => {
      this.deliver(batch);
      if (changesRights) this.reauthoriseReaders(batch.room);
    });
  }

  private deliver(batch: AppendedBatch): void {
    const { room, epoch, entries } = batch;
    try {
      this.fanOut.deliver({
        room,
        epoch,
        lastSeq: entries.at(-1)?.seq ?? 0,
        size: entries.length,
        presentTo: (audience) => this.presenter.presentAll(entries, audience),
      });
    } catch (error) {
      this.logger.logger.error({ err: error, room }, 'delivery failed');
    }
    this.announcements.announce(batch);
  }

  /** A failure is made good by the room sweep, which asks again. */
  private reauthoriseReaders(room: string): void {
    this.readers
      .reauthorise(room)
      .catch((error: unknown) =>
        this.logger.logger.warn({ err: error, room }, 'readers not authorised afresh'),
      );
  }
}
