/** One thing that a client asked to have recorded, and what it was told. */
export interface Operation {
  client: string;
  /** Participant's id. */
  actor: string;
  clientId: string;
  kind: 'post' | 'edit' | 'withdraw' | 'react' | 'capture';
  /** Found in the words of the entry; null where it has none of its own. */
  mark: string | null;
  /** ms since 1970. */
  sentAt: number;
  settledAt: number | null;
  /**
   * `kept`: the client was reloaded meanwhile and found it in its outbox, so it must be on the record once or have
   * been refused; `unknown`: nobody was told anything, so it may be on the record at most once.
   */
  outcome: 'acknowledged' | 'refused' | 'kept' | 'unknown';
  /** As acknowledged. */
  seq: number | null;
}

/** An entry as it lies in Postgres. */
export interface StoredEntry {
  seq: number;
  type: string;
  actor: string | null;
  clientId: string | null;
  target: number | null;
  /** ms since 1970. */
  at: number;
  data: Record<string, unknown>;
}

/** What a strict reader saw that the protocol does not allow, and what it applied. */
export interface Reading {
  reader: string;
  gaps: string[];
  repeated: string[];
  reordered: string[];
  /** Outlines of the applied entries by seq; the first ones may be missing. */
  applied: Map<number, string>;
  /** Where it stood when everybody should have had everything. */
  last: number;
}

/** What a client shows when everybody should have everything, as text that is the same for the same view. */
export interface SeenView {
  client: string;
  view: string;
  /** What a new reader of the same audience shows. */
  fresh: string;
}

/** Somebody whose right to read was taken away, and what reached them all the same. */
export interface Removal {
  reader: string;
  /** When the act was answered. */
  at: number;
  /** When an entry came, and when it was committed. */
  received: { receivedAt: number; committedAt: number; seq: number }[];
  /** What they were let see when they tried again. */
  admitted: string[];
}

/** Everything that is known of one room when the load has ended and everything is whole again. */
export interface RoomHistory {
  room: string;
  head: number;
  entries: StoredEntry[];
  operations: Operation[];
  readings: Reading[];
  views: SeenView[];
  removals: Removal[];
  restores: Restore[];
}

/** A backup was brought back: what was acknowledged after it was begun, and before it was back, may be gone. */
export interface Restore {
  begunAt: number;
  backAt: number;
}

/** What a strict reader remembers of an entry, to be compared with what is stored. */
export function outlineOf(entry: { type?: string; actor?: string | null; target?: number | null }): string {
  if (entry.type === undefined) return 'withheld';
  return `${entry.type} ${entry.actor ?? '-'} ${entry.target ?? '-'}`;
}
