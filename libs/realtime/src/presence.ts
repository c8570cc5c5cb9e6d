import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { PresenceView } from '@roundtable/contracts';
import { Clock } from '@roundtable/platform';
import { EphemeralLane } from './ephemeral-lane.js';
import { Nudges, type PresenceNudge } from './nudges.js';
import { RoomPresence } from './room-presence.js';

/** Comings and goings within this time are told together, so that a crowd entering costs one event each way. */
const GATHER_MS = 150;

/** Nodes that differ in how many they count ask each other at most so often for each room. */
const ASK_AGAIN_MS = 2_000;
/** What another node told is forgotten when it was silent for so long; it tells of every room it has open more often. */
const NODE_SILENT_MS = 12_000;
const TELL_AGAIN_MS = 4_000;

/** One room as this node knows it: everybody who is there, and of them those who are here. */
interface Known {
  all: RoomPresence;
  here: RoomPresence;
  /** By node: who is there, and when it last told. */
  others: Map<string, { participants: Set<string>; heardAt: number }>;
  askedAt: number;
}

/**
 * Keeps who has which room open, here and on the other nodes, and tells the room the differences. Nothing of it is ever
 * stored. Nodes tell each other differences with counts; one that counts differently asks for the whole.
 */
@Injectable()
export class Presence implements OnModuleInit, OnModuleDestroy {
  private readonly rooms = new Map<string, Known>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private retelling: NodeJS.Timeout | undefined;

  constructor(
    private readonly lane: EphemeralLane,
    private readonly nudges: Nudges,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.nudges.on('presence', (nudge) => this.hear(nudge));
    this.nudges.on('who', ({ node, room }) => {
      if (node !== this.nudges.node && this.rooms.has(room)) this.tellOthers(room, { isComplete: true });
    });
    this.nudges.onReturn(() => this.retell());
    this.retelling = setInterval(() => this.retell(), TELL_AGAIN_MS).unref();
  }

  /** Counts a socket that has the room open. Entering twice changes nothing. */
  enter(room: string, participant: string, socketId: string): void {
    const isFirst = !this.rooms.has(room);
    const known = this.rooms.get(room) ?? newlyKnown();
    this.rooms.set(room, known);
    const now = this.clock.now().toISOString();
    known.all.enter(participant, socketId, now);
    known.here.enter(participant, socketId, now);
    if (isFirst) this.ask(room, known);
    this.tellSoon(room);
  }

  /** Forgets a socket that left the room. */
  exit(room: string, participant: string, socketId: string): void {
    const known = this.rooms.get(room);
    if (!known) return;
    known.all.exit(participant, socketId);
    known.here.exit(participant, socketId);
    this.tellSoon(room);
  }

  /** Who has the room open on any node, in order of coming as far as this node saw it. */
  of(room: string): PresenceView[] {
    return this.rooms.get(room)?.all.list() ?? [];
  }

  onModuleDestroy(): void {
    clearInterval(this.retelling);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.sayFarewell();
  }

  /** Whoever is here leaves with this node. */
  private sayFarewell(): void {
    const { node } = this.nudges;
    for (const room of this.rooms.keys())
      this.nudges.send('presence', { node, room, joined: [], left: [], count: 0, isComplete: true });
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
    const known = this.rooms.get(room);
    if (!known) return;
    this.tellOthers(room, { isComplete: false });
    const { joined, left } = known.all.takeDifference();
    // Nobody here is left to be told what the others do.
    if (known.here.count === 0) this.rooms.delete(room);
    else if (joined.length + left.length > 0)
      this.lane.tellRoom(room, 'presence.changed', { room, joined, left, count: known.all.count });
  }

  private tellOthers(room: string, { isComplete }: { isComplete: boolean }): void {
    const here = this.rooms.get(room)?.here;
    if (!here) return;
    const { node } = this.nudges;
    const { count } = here;
    if (isComplete) {
      this.nudges.send('presence', { node, room, joined: here.list(), left: [], count, isComplete });
      return;
    }
    const { joined, left } = here.takeDifference();
    if (joined.length + left.length > 0)
      this.nudges.send('presence', { node, room, joined, left, count, isComplete });
  }

  /** Says how many are in each room here: enough for the others to find out that they missed something. */
  private retell(): void {
    const { node } = this.nudges;
    for (const [room, known] of this.rooms) {
      this.forgetSilentNodes(room, known);
      const { count } = known.here;
      this.nudges.send('presence', { node, room, joined: [], left: [], count, isComplete: false });
    }
  }

  private hear({ node, room, joined, left, count, isComplete }: PresenceNudge): void {
    const known = this.rooms.get(room);
    if (!known || node === this.nudges.node) return;
    const other = known.others.get(node) ?? { participants: new Set<string>(), heardAt: 0 };
    known.others.set(node, other);
    other.heardAt = this.clock.now().getTime();
    const there = new Set(joined.map(({ participant }) => participant));
    const gone = isComplete ? [...other.participants].filter((participant) => !there.has(participant)) : left;
    for (const participant of gone) {
      other.participants.delete(participant);
      known.all.exit(participant, node);
    }
    for (const { participant, since } of joined) {
      other.participants.add(participant);
      known.all.enter(participant, node, since);
    }
    if (other.participants.size !== count) this.ask(room, known);
    this.tellSoon(room);
  }

  private ask(room: string, known: Known): void {
    const now = this.clock.now().getTime();
    if (now - known.askedAt < ASK_AGAIN_MS) return;
    known.askedAt = now;
    this.nudges.send('who', { node: this.nudges.node, room });
  }

  private forgetSilentNodes(room: string, { all, others }: Known): void {
    const oldest = this.clock.now().getTime() - NODE_SILENT_MS;
    for (const [node, { participants, heardAt }] of others) {
      if (heardAt >= oldest) continue;
      for (const participant of participants) all.exit(participant, node);
      others.delete(node);
      this.tellSoon(room);
    }
  }
}

function newlyKnown(): Known {
  return { all: new RoomPresence(), here: new RoomPresence(), others: new Map(), askedAt: 0 };
}
