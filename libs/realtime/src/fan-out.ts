import { Injectable } from '@nestjs/common';
import { AUDIENCES } from '@roundtable/contracts';
import { roomChannel } from './channels.js';
import type { LiveBatch } from './live-batch.js';
import { LiveServer } from './live-server.js';
import { RoomSeats } from './room-seats.js';

/**
 * Delivers what was committed to the sockets of this process, and to them only: other nodes read it from Postgres.
 * The order of calls is the order in which readers receive.
 */
@Injectable()
export class FanOut {
  constructor(
    private readonly live: LiveServer,
    private readonly seats: RoomSeats,
  ) {}

  /** Sends one `record.entries` to each audience present, presented once for each; seats that catch up hold it back. */
  deliver(batch: LiveBatch): void {
    const { server } = this.live;
    if (!server) return;
    this.seats.hold(batch);
    for (const audience of AUDIENCES) {
      const channel = roomChannel(batch.room, audience);
      if (this.live.countIn(channel) === 0) continue;
      const entries = batch.presentTo(audience);
      server.local.to(channel).emit('record.entries', { room: batch.room, epoch: batch.epoch, entries });
    }
  }
}
