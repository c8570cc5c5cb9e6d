import { Injectable } from '@nestjs/common';
import type { Audience, PresenceView } from '@roundtable/contracts';
import { isDocumentOf, participantChannel, roomChannel } from './channels.js';
import type { LiveBatch } from './live-batch.js';
import type { LiveSocket, Seat } from './live-socket.js';
import { Presence } from './presence.js';
import { SparedSeats } from './spared-seats.js';

/** Most entries held back for one socket that catches up; beyond, it is told the head and asks again. */
const MOST_HELD_ENTRIES = 2_000;

/**
 * Keeps who of this process's sockets sits in which room. A seat is taken before the socket's catch-up is read and
 * released after it was answered; what is committed in between is held back in the seat, so that nothing is lost
 * between the two and nothing overtakes the answer. Who may sit is the record's to decide.
 */
@Injectable()
export class RoomSeats {
  /** By room: the seats that hold back, with their sockets. */
  private readonly waiting = new Map<string, Map<Seat, LiveSocket>>();
  /** By room: how many seats are taken. */
  private readonly taken = new Map<string, number>();
  private readonly spared = new SparedSeats();

  constructor(private readonly presence: Presence) {}

  /** Seats a socket that is about to catch up. An earlier seat of it in the room gives way. */
  take(socket: LiveSocket, place: { room: string; participantId: string; audience: Audience }): Seat {
    const earlier = socket.data.seats.get(place.room);
    if (earlier) this.stopReceiving(socket, earlier);
    else this.taken.set(place.room, (this.taken.get(place.room) ?? 0) + 1);
    const seat: Seat = { ...place, held: [], heldEntries: 0, spared: null };
    socket.data.seats.set(place.room, seat);
    const waiting = this.waiting.get(place.room) ?? new Map<Seat, LiveSocket>();
    this.waiting.set(place.room, waiting.set(seat, socket));
    return seat;
  }

  /**
   * Sends what was held back after `head` as one event, and lets live entries through from now on. Runs without a
   * pause in between, so no batch can slip past. Does nothing for a seat that was left or taken again.
   */
  release(socket: LiveSocket, seat: Seat, head: number): void {
    if (!this.isCurrent(socket, seat) || seat.held === null) return;
    this.sendHeld(socket, seat, head);
    seat.held = null;
    this.stopWaiting(seat);
    void socket.join([roomChannel(seat.room, seat.audience), participantChannel(seat.participantId)]);
    this.presence.enter(seat.room, seat.participantId, socket.id);
  }

  /** Changes as which audience a socket sits in a room, where that changed. */
  move(socket: LiveSocket, room: string, audience: Audience): void {
    const seat = socket.data.seats.get(room);
    if (!seat || seat.audience === audience) return;
    const isLive = seat.held === null && !seat.spared;
    if (isLive) void socket.leave(roomChannel(room, seat.audience));
    seat.audience = audience;
    if (isLive) void socket.join(roomChannel(room, audience));
  }

  /** Gives up a seat that never came to be released, after a failure. */
  giveUp(socket: LiveSocket, seat: Seat): void {
    if (this.isCurrent(socket, seat)) this.leave(socket, seat.room);
  }

  /** True while the seat is the socket's present one in its room, and the socket is connected. */
  private isCurrent(socket: LiveSocket, seat: Seat): boolean {
    return socket.connected && socket.data.seats.get(seat.room) === seat;
  }

  /** Takes a socket out of a room. */
  leave(socket: LiveSocket, room: string): void {
    const seat = socket.data.seats.get(room);
    if (!seat) return;
    socket.data.seats.delete(room);
    this.stopReceiving(socket, seat);
    for (const channel of [...socket.rooms]) if (isDocumentOf(channel, room)) void socket.leave(channel);
    this.countOut(room);
    const isElsewhere = [...socket.data.seats.values()].some(
      (other) => other.participantId === seat.participantId,
    );
    const isOwnLink = socket.data.principal.invitation?.participantId === seat.participantId;
    if (!isElsewhere && !isOwnLink) void socket.leave(participantChannel(seat.participantId));
    this.presence.exit(room, seat.participantId, socket.id);
  }

  /** Takes a socket out of all its rooms, when it has disconnected. */
  leaveAll(socket: LiveSocket): void {
    for (const room of [...socket.data.seats.keys()]) this.leave(socket, room);
  }

  /** Tells a slow reader only how far its rooms are, from now on. A seat that catches up is left: its answer is on the way. */
  spare(socket: LiveSocket): void {
    for (const seat of socket.data.seats.values()) if (seat.held === null) this.spared.add(socket, seat);
  }

  /** Goes on with a reader that was slow. True where it missed something and has yet to ask for it. */
  resume(socket: LiveSocket): boolean {
    const seats = [...socket.data.seats.values()];
    for (const seat of seats) this.spared.resume(socket, seat);
    return seats.some((seat) => seat.spared !== null);
  }

  /** Tells a reader who is in its rooms now, when it has missed the differences. */
  tellPresence(socket: LiveSocket): void {
    for (const room of socket.data.seats.keys()) {
      const joined = this.presence.of(room);
      socket.emit('presence.changed', { room, joined, left: [], count: joined.length, complete: true });
    }
  }

  /** Puts a batch aside for the sockets of its room that catch up. */
  hold(batch: LiveBatch): void {
    this.spared.note(batch);
    for (const seat of this.waiting.get(batch.room)?.keys() ?? []) {
      seat.heldEntries += batch.size;
      if (seat.heldEntries > MOST_HELD_ENTRIES) seat.held = [];
      seat.held?.push(batch);
    }
  }

  /** The rooms that somebody on this node has open or is catching up in. */
  openRooms(): string[] {
    return [...this.taken.keys()];
  }

  /** True where somebody on this node has the room open or is catching up in it. */
  isOpen(room: string): boolean {
    return this.taken.has(room);
  }

  /** Who has the room open, on any node. */
  whoIsIn(room: string): PresenceView[] {
    return this.presence.of(room);
  }

  private sendHeld(socket: LiveSocket, seat: Seat, head: number): void {
    const news = (seat.held ?? []).filter((batch) => batch.lastSeq > head);
    const last = news.at(-1);
    if (!last) return;
    if (seat.heldEntries > MOST_HELD_ENTRIES) {
      socket.emit('record.head', { room: seat.room, epoch: last.epoch, head: last.lastSeq });
      return;
    }
    const entries = news.flatMap((batch) => batch.presentTo(seat.audience)).filter(({ seq }) => seq > head);
    socket.emit('record.entries', { room: seat.room, epoch: last.epoch, entries });
  }

  private stopReceiving(socket: LiveSocket, seat: Seat): void {
    this.stopWaiting(seat);
    this.spared.remove(seat);
    void socket.leave(roomChannel(seat.room, seat.audience));
  }

  private countOut(room: string): void {
    const left = (this.taken.get(room) ?? 0) - 1;
    if (left > 0) this.taken.set(room, left);
    else this.taken.delete(room);
  }

  private stopWaiting(seat: Seat): void {
    const waiting = this.waiting.get(seat.room);
    waiting?.delete(seat);
    if (waiting?.size === 0) this.waiting.delete(seat.room);
  }
}
