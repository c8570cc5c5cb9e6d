import type { PresenceView } from '@roundtable/contracts';

interface Present {
  since: string;
  sockets: Set<string>;
}

/** What changed since the last time somebody asked. */
export interface PresenceDifference {
  joined: PresenceView[];
  left: string[];
}

/** Who has one room open: a person counts once, with however many tabs, and leaves with the last of them. */
export class RoomPresence {
  private readonly present = new Map<string, Present>();
  /** As it was when the last difference was taken. */
  private told = new Map<string, string>();

  enter(participant: string, socketId: string, now: string): void {
    const there = this.present.get(participant) ?? { since: now, sockets: new Set() };
    there.sockets.add(socketId);
    this.present.set(participant, there);
  }

  exit(participant: string, socketId: string): void {
    const there = this.present.get(participant);
    there?.sockets.delete(socketId);
    if (there?.sockets.size === 0) this.present.delete(participant);
  }

  get count(): number {
    return this.present.size;
  }

  list(): PresenceView[] {
    return [...this.present].map(([participant, { since }]) => ({ participant, since }));
  }

  /** Returns who came and went since the last call; somebody who came and went in between is in neither list. */
  takeDifference(): PresenceDifference {
    const now = new Map(this.list().map(({ participant, since }) => [participant, since]));
    const joined = this.list().filter(({ participant }) => !this.told.has(participant));
    const left = [...this.told.keys()].filter((participant) => !now.has(participant));
    this.told = now;
    return { joined, left };
  }
}
