import { Injectable } from '@nestjs/common';
import type { Audience, FactType, RoomSnapshot } from '@roundtable/contracts';
import { RecordFeatures } from './feature-ports.js';
import { RecentEntries } from './recent-entries.js';
import type { LogHead } from './log-head.js';

/** Long enough for a crowd that comes back together; what is no fact of the record is never older than this. */
const SHARED_FOR_MS = 1_000;

interface Held {
  log: LogHead;
  readAt: number;
  snapshot: Promise<RoomSnapshot>;
}

/**
 * Lets everybody of one audience who enters a room share one reading of its snapshot, as long as no fact came between that
 * changes one, so that a crowd that returns costs one snapshot and not a thousand, however much is said meanwhile. Holds one
 * for each room and audience, for a second.
 */
@Injectable()
export class SharedSnapshots {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly recent: RecentEntries,
    private readonly features: RecordFeatures,
  ) {}

  /** Gives the snapshot at `log`, from whoever reads it already or by `read`. Rejects as `read` does. */
  async at(
    { room, audience }: { room: string; audience: Audience },
    log: LogHead,
    read: () => Promise<RoomSnapshot>,
  ): Promise<RoomSnapshot> {
    const key = `${room} ${audience}`;
    const now = performance.now();
    this.prune(now);
    const known = this.held.get(key);
    // Another's connection may have failed while it read, which says nothing about ours.
    const shared = known && this.isSame(room, known.log, log) ? await known.snapshot.catch(() => null) : null;
    if (shared) return shared;
    const snapshot = read();
    const held = { log, readAt: now, snapshot };
    this.held.set(key, held);
    try {
      return await snapshot;
    } catch (error) {
      if (this.held.get(key) === held) this.held.delete(key);
      throw error;
    }
  }

  /** Whether a room's snapshot reads the same at both, as far as memory tells: features without one change none. */
  private isSame(room: string, one: LogHead, other: LogHead): boolean {
    if (one.epoch !== other.epoch || one.rightsVersion !== other.rightsVersion) return false;
    const range = { from: Math.min(one.head, other.head) + 1, to: Math.max(one.head, other.head) };
    const between = this.recent.peek(room, one.epoch, range);
    return between?.every(({ type }) => this.leavesAlone(type)) ?? false;
  }

  private leavesAlone(type: FactType): boolean {
    const feature = this.features.find(type);
    return feature !== undefined && feature.snapshot === undefined;
  }

  private prune(now: number): void {
    for (const [key, { readAt }] of this.held) if (now - readAt > SHARED_FOR_MS) this.held.delete(key);
  }
}
