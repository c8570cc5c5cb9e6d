import { roomChannel } from './channels.js';
import type { LiveBatch } from './live-batch.js';
import type { LiveSocket, Seat } from './live-socket.js';

/**
 * Keeps the seats of slow readers, which are told only how far the record is. What they missed is remembered by its last
 * number; whoever missed something catches up by asking, which gives it a new seat.
 */
export class SparedSeats {
  /** By room. */
  private readonly seats = new Map<string, Map<Seat, LiveSocket>>();

  /** Takes a live seat out of the delivery of entries. */
  add(socket: LiveSocket, seat: Seat): void {
    if (seat.spared) return;
    seat.spared = { missed: null };
    void socket.leave(roomChannel(seat.room, seat.audience));
    const ofRoom = this.seats.get(seat.room) ?? new Map<Seat, LiveSocket>();
    this.seats.set(seat.room, ofRoom.set(seat, socket));
  }

  /** Notes what goes past the room's spared seats. */
  note({ room, epoch, lastSeq }: Pick<LiveBatch, 'room' | 'epoch' | 'lastSeq'>): void {
    for (const seat of this.seats.get(room)?.keys() ?? [])
      if (seat.spared) seat.spared.missed = { epoch, head: lastSeq };
  }

  /** Called when the reader can take more: it goes on live where it missed nothing, else it is told the head. */
  resume(socket: LiveSocket, seat: Seat): void {
    const { room, audience, spared } = seat;
    if (!spared) return;
    if (spared.missed) {
      socket.emit('record.head', { room, ...spared.missed });
      return;
    }
    this.remove(seat);
    void socket.join(roomChannel(room, audience));
  }

  /** Forgets a seat that was left or taken again. */
  remove(seat: Seat): void {
    if (!seat.spared) return;
    seat.spared = null;
    const ofRoom = this.seats.get(seat.room);
    ofRoom?.delete(seat);
    if (ofRoom?.size === 0) this.seats.delete(seat.room);
  }
}
