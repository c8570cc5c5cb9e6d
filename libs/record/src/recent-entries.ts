import { Injectable } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import { Config } from '@roundtable/platform';
import { entrySize } from './entry-size.js';
import type { SeqRange } from './page-range.js';
import type { AppendedBatch } from './record-announcements.js';

/** Who missed more is sent a page, not this. */
const MOST_OF_ONE_ROOM = 1_000;
/** One loud room may not push all others out. */
const SHARE_OF_ONE_ROOM = 1 / 4;

interface Ring {
  epoch: number;
  /** Ascending and without a gap. */
  entries: Entry[];
  bytes: number;
}

/**
 * Keeps the newest entries of the rooms open here in memory, so that a crowd that returns at once need not be read from
 * Postgres one by one. Holds entries as they are stored and decides nothing about who may see them; what it does not hold
 * without a gap it does not answer for.
 */
@Injectable()
export class RecentEntries {
  readonly counts = { found: 0, missed: 0 };
  /** By room, the one used longest ago first. */
  private readonly rings = new Map<string, Ring>();
  private readonly mostBytes: number;
  private bytes = 0;

  constructor({ recentEntriesMib }: Config) {
    this.mostBytes = recentEntriesMib * 1024 * 1024;
  }

  /** How many bytes are held, roughly. */
  get size(): number {
    return this.bytes;
  }

  /** Takes in what is delivered to a room. What does not follow what is held begins anew. */
  add({ room, epoch, entries }: AppendedBatch): void {
    const [first] = entries;
    if (!first || this.mostBytes === 0) return;
    const held = this.rings.get(room);
    const follows = held?.epoch === epoch && held.entries.at(-1)?.seq === first.seq - 1;
    if (!follows) this.forget(room);
    const ring = follows ? held : { epoch, entries: [], bytes: 0 };
    const bytes = entries.reduce((sum, entry) => sum + entrySize(entry), 0);
    ring.entries.push(...entries);
    ring.bytes += bytes;
    this.bytes += bytes;
    this.use(room, ring);
    this.shorten(ring);
    this.makeRoom();
  }

  /** The entries of a range; null where not all of it is held. */
  find(room: string, epoch: number, range: SeqRange): Entry[] | null {
    if (range.to < range.from) return [];
    const entries = this.peek(room, epoch, range);
    this.counts[entries ? 'found' : 'missed'] += 1;
    return entries;
  }

  /** As `find`, for what nobody is sent. */
  peek(room: string, epoch: number, { from, to }: SeqRange): Entry[] | null {
    if (to < from) return [];
    const ring = this.rings.get(room);
    const first = ring?.entries[0]?.seq ?? Infinity;
    const last = ring?.entries.at(-1)?.seq ?? 0;
    if (ring?.epoch !== epoch || from < first || to > last) return null;
    this.use(room, ring);
    return ring.entries.slice(from - first, to - first + 1);
  }

  /** Forgets a room, whose stored words may have changed or whose record began anew. */
  forget(room: string): void {
    const ring = this.rings.get(room);
    if (!ring) return;
    this.bytes -= ring.bytes;
    this.rings.delete(room);
  }

  private use(room: string, ring: Ring): void {
    this.rings.delete(room);
    this.rings.set(room, ring);
  }

  private shorten(ring: Ring): void {
    const mostBytes = this.mostBytes * SHARE_OF_ONE_ROOM;
    let dropped = 0;
    while (ring.entries.length - dropped > MOST_OF_ONE_ROOM || ring.bytes > mostBytes) {
      const oldest = ring.entries[dropped];
      if (!oldest) break;
      const size = entrySize(oldest);
      ring.bytes -= size;
      this.bytes -= size;
      dropped += 1;
    }
    if (dropped > 0) ring.entries.splice(0, dropped);
  }

  private makeRoom(): void {
    for (const room of this.rings.keys()) {
      if (this.bytes <= this.mostBytes) return;
      this.forget(room);
    }
  }
}
