import { Injectable } from '@nestjs/common';
import type { RecordHead } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';
import { EphemeralLane, FanOut } from '@roundtable/realtime';
import { EntryPresenter } from './entry-presenter.js';
import { RecentEntries } from './recent-entries.js';
import type { AppendedBatch } from './record-announcements.js';

/** Tells the readers of a room on this node what is new, each as their audience may see it. */
@Injectable()
export class RoomVoice {
  constructor(
    private readonly fanOut: FanOut,
    private readonly lane: EphemeralLane,
    private readonly presenter: EntryPresenter,
    private readonly recent: RecentEntries,
    private readonly logger: JsonLogger,
  ) {}

  /** Never throws: a reader who missed something finds the gap and asks. */
  tellEntries({ room, epoch, entries }: AppendedBatch): void {
    const last = entries.at(-1);
    if (!last) return;
    this.recent.add({ room, epoch, entries });
    try {
      this.fanOut.deliver({
        room,
        epoch,
        lastSeq: last.seq,
        size: entries.length,
        presentTo: (audience) => this.presenter.presentAll(entries, audience),
      });
    } catch (error) {
      this.logger.logger.error({ err: error, room }, 'delivery failed');
    }
  }

  /** Whoever has less asks for it. */
  tellHead(head: RecordHead): void {
    this.lane.tellRoom(head.room, 'record.head', head);
  }
}
