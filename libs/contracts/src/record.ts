import type { Fact, FactType } from './facts.js';
import type { PresenceView } from './presence.js';
import type { RoomSnapshot } from './snapshot.js';
import type { Permission } from './access.js';

/** The part every entry of a room's record has, whatever happened. */
interface EntryFrame {
  /** 1, 2, 3 ... without a gap in one room. */
  seq: number;
  /** Server time, ISO 8601 UTC with milliseconds, never before its predecessor's. Order is `seq` alone. */
  at: string;
  /** Participant who acted; null for the system. For a statement the speaker is in `data`. */
  actor: string | null;
  /** Agenda item that was open, or null. */
  item: string | null;
  /** Confidentiality segment, or null. */
  segment: string | null;
  /** The entry this one refers to (edit, withdrawal, reaction, reply's source is not one), or null. */
  target: number | null;
}

/** An entry as its reader may see it; the type tells the shape of `data`. */
export type Entry<T extends FactType = FactType> = { [K in T]: EntryFrame & { type: K; data: Fact<K> } }[T];

/** Stands in for an entry that this audience may not read: every reader gets every `seq`. */
export interface WithheldEntry {
  seq: number;
  withheld: true;
}

export type VisibleEntry = Entry | WithheldEntry;

export function isWithheld(entry: VisibleEntry): entry is WithheldEntry {
  return 'withheld' in entry;
}

/** `record.entries`: a committed batch, one event per room. */
export interface RecordEntries {
  room: string;
  epoch: number;
  entries: VisibleEntry[];
}

/** `record.head`: bounds silent loss; a client that is behind asks with `record.sync`. */
export interface RecordHead {
  room: string;
  epoch: number;
  head: number;
}

/** `record.sync`: join a room and catch up. `since` is the last seq applied, null when nothing is held. */
export interface SyncRequest {
  v: number;
  room: string;
  since: number | null;
  epoch: number | null;
}

/** Answer to `record.sync`, read in one snapshot of the database. */
export interface SyncAnswer {
  epoch: number;
  head: number;
  /** Who the reader is in this room and what they may do now. */
  me: { participant: string; permissions: Permission[]; lastRead: number };
  snapshot: RoomSnapshot;
  presence: PresenceView[];
  /**
   * Ascending; from `since + 1`, or the newest page when `reset`. They may end before `head` where they are very long: ask
   * again with the last.
   */
  entries: VisibleEntry[];
  /** Entries after the page that refer to an entry in it; empty unless `reset`. */
  later: VisibleEntry[];
  /** True where what the client held must be dropped: first join, other epoch, or too far behind. */
  reset: boolean;
}

/** A page of history over HTTP: `GET /api/v1/rooms/:room/entries?before|after|around=SEQ&limit=N`. */
export interface HistoryPage {
  epoch: number;
  head: number;
  /** Ascending by seq, contiguous. */
  entries: VisibleEntry[];
  /** Entries after the page that refer to an entry in it (edits, withdrawals, reactions), ascending. */
  later: VisibleEntry[];
}

/** Every intent that appends is answered so, after the commit. */
export interface Ack {
  ok: true;
  /** Number of the (first) entry the intent made. */
  seq: number;
  at: string;
  /** True where this clientId had been accepted before; nothing was appended again. */
  duplicate?: true;
}
