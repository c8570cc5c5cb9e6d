import { Injectable } from '@nestjs/common';
import type { Audience, RoomSnapshot } from '@roundtable/contracts';
import type { LogHead } from './record.repository.js';

/** Long enough for a crowd that comes back together; what is no fact of the record is never older than this. */
const SHARED_FOR_MS = 1_000;

interface Held {
  /** Epoch, head and rights: a snapshot is the same for an audience while these are. */
  moment: string;
  readAt: number;
  snapshot: Promise<RoomSnapshot>;
}

/**
 * Lets everybody of one audience who enters a room at the same head share one reading of its snapshot, so that a crowd
 * that returns costs one snapshot and not a thousand. Holds one for each room and audience, for a second.
 */
@Injectable()
export class SharedSnapshots {
  private readonly held = new Map<string, Held>();

  /** Gives the snapshot at `log`, from whoever reads it already or by `read`. Rejects as `read` does. */
  async at(
    { room, audience }: { room: string; audience: Audience },
    { epoch, head, rightsVersion }: LogHead,
    read: () => Promise<RoomSnapshot>,
  ): Promise<RoomSnapshot> {
    const key = `${room} ${audience}`;
    const moment = `${epoch} ${head} ${rightsVersion}`;
    const now = performance.now();
    this.prune(now);
    const known = this.held.get(key);
    // Another's connection may have failed while it read, which says nothing about ours.
    const shared = known?.moment === moment ? await known.snapshot.catch(() => null) : null;
    if (shared) return shared;
    const snapshot = read();
    const held = { moment, readAt: now, snapshot };
    this.held.set(key, held);
    try {
      return await snapshot;
    } catch (error) {
      if (this.held.get(key) === held) this.held.delete(key);
      throw error;
    }
  }

  private prune(now: number): void {
    for (const [key, { readAt }] of this.held) if (now - readAt > SHARED_FOR_MS) this.held.delete(key);
  }
}
