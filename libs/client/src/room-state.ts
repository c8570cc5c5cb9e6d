import type { Permission, PresenceView, WireError } from '@roundtable/contracts';
import type { ConnectionState } from './connection.js';
import type { PendingItem } from './pending-item.js';
import type { RecordView } from './record-view.js';

/**
 * `joining`: nothing to show yet. `live`: up to date. `behind`: shown, but the line is gone or more is being fetched.
 * `refused`: the server does not let this person read; see `refusal`.
 */
export type RoomStatus = 'joining' | 'live' | 'behind' | 'refused';

/** Everything a page shows of a room. Immutable: parts that did not change keep their identity. */
export interface RoomState {
  status: RoomStatus;
  refusal: WireError | null;
  /** The right to read was taken away, and with it what was kept of the room on this device. */
  erased: boolean;
  connection: ConnectionState;
  /** Who one is here and what one may do; null until joined. */
  me: { participant: string; permissions: readonly Permission[] } | null;
  /** Null until joined. */
  record: RecordView | null;
  /** Own intents without an entry in `record` yet, in order; refused ones stay until revised or discarded. */
  pending: readonly PendingItem[];
  /** Who has the room open, by arrival. */
  presence: readonly PresenceView[];
  /** Participants who type now, without oneself. */
  typing: readonly string[];
  /** Last seq read, on any of one's devices. */
  lastRead: number;
}

const PARTS = [
  'status',
  'refusal',
  'erased',
  'connection',
  'me',
  'record',
  'pending',
  'presence',
  'typing',
  'lastRead',
] as const;

/** Gives `before` where `next` has the same parts. */
export function keepSame(before: RoomState, next: RoomState): RoomState {
  return PARTS.every((part) => Object.is(before[part], next[part])) ? before : next;
}

/** A room of which nothing is known yet. */
export function emptyState(connection: ConnectionState): RoomState {
  return {
    status: 'joining',
    refusal: null,
    erased: false,
    connection,
    me: null,
    record: null,
    pending: [],
    presence: [],
    typing: [],
    lastRead: 0,
  };
}
