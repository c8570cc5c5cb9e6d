import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PresenceView } from '@roundtable/contracts';
import { Clock } from '@roundtable/platform';
import { EphemeralLane } from './ephemeral-lane.js';
import { RoomPresence } from './room-presence.js';

/** Comings and goings within this time are told together, so that a crowd entering costs one event each way. */
const GATHER_MS = 150;

/** Keeps who has which room open on this node and tells the room the differences. Nothing of it is ever stored. */
@Injectable()
export class Presence implements OnModuleDestroy {
  private readonly rooms = new Map<string, RoomPresence>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly lane: EphemeralLane,
    private readonly clock: Clock,
  ) {}

  /** Counts a socket that has the room open. Entering twice changes nothing. */
  enter(room: string, participant: string, socketId: string): void {
    const presence = this.rooms.get(room) ?? new RoomPresence();
    this.rooms.set(room, presence);
    presence.enter(participant, socketId, this.clock.now().toISOString());
    this.tellSoon(room);
  }

  /** Forgets a socket that left the room. */
  exit(room: string, participant: string, socketId: string): void {
    const presence = this.rooms.get(room);
    if (!presence) return;
    presence.exit(participant, socketId);
    this.tellSoon(room);
  }

  /** Who has the room open, in order of coming. */
  of(room: string): PresenceView[] {
    return this.rooms.get(room)?.list() ?? [];
  }

  onModuleDestroy(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private tellSoon(room: string): void {
    if (this.timers.has(room)) return;
    const timer = setTimeout(() => {
      this.timers.delete(room);
      this.tell(room);
    }, GATHER_MS);
    timer.unref();
    this.timers.set(room, timer);
  }

  private tell(room: string): void {
    const presence = this.rooms.get(room);
    if (!presence) return;
    const { joined, left } = presence.takeDifference();
    const { count } = presence;
    if (count === 0) this.rooms.delete(room);
    if (joined.length + left.length > 0)
      this.lane.tellRoom(room, 'presence.changed', { room, joined, left, count });
  }
}
