import type { Entry, FactType, Reaction, RoomSnapshot } from '@roundtable/contracts';
import { SeqMap } from './seq-map.js';

/** One text that a message had before it was edited. */
export interface EarlierVersion {
  seq: number;
  at: string;
  version: number;
  body: string;
}

/** A message or statement with its newest text and what became of it. */
export interface MessageState {
  kind: 'message' | 'statement';
  seq: number;
  at: string;
  /** Participant who wrote or spoke; null for the system and for summaries that name nobody. */
  author: string | null;
  /** Participant who entered a statement for its speaker; null for messages. */
  recordedBy: string | null;
  item: string | null;
  segment: string | null;
  /** Newest text (Markdown); null where withdrawn. */
  body: string | null;
  language: string | null;
  /** Seq of the entry that holds the newest text: the message's own, or its last edit's. */
  textSeq: number;
  /** 1 as first written. */
  version: number;
  editedAt: string | null;
  withdrawn: { at: string; by: string | null; reason: string | null } | null;
  replyTo: number | null;
  quote: string | null;
  mentions: readonly string[];
  /** In the order in which each was first given; none without participants. */
  reactions: readonly { reaction: Reaction; participants: readonly string[] }[];
  /** Numbers of the proposals that came from these words, ascending. */
  proposals: readonly number[];
  /** Texts before the newest, oldest first; empty where withdrawn. */
  history: readonly EarlierVersion[];
}

/** Anything else that is worth a line in the room: an item opened, the floor given, a proposal captured ... */
export type EventState<T extends FactType = FactType> = {
  [K in T]: {
    kind: 'event';
    seq: number;
    at: string;
    actor: string | null;
    item: string | null;
    type: K;
    data: Entry<K>['data'];
  };
}[T];

/** A stretch of seqs, both ends included, that was not loaded. */
export interface Gap {
  from: number;
  to: number;
}

/** What is known of a room's record. Immutable: a change gives a new view that shares what did not change. */
export interface RecordView {
  epoch: number;
  /** Last seq applied; everything up to it is either loaded or in a gap. */
  head: number;
  /** The head this view began with: entries after it were all seen, those before only as far as pages brought them. */
  base: number;
  snapshot: RoomSnapshot;
  /** Loaded messages and statements by seq. */
  messages: SeqMap<MessageState>;
  /** Loaded events by seq. */
  events: SeqMap<EventState>;
  /** Seqs of messages and events, ascending: the lines of the room. */
  timeline: readonly number[];
  /** Ascending, never touching each other. */
  gaps: readonly Gap[];
  /** Entries applied live whose target is not loaded; they take effect when it is. By target. */
  waiting: SeqMap<readonly Entry[]>;
}

/** Gives the view of a snapshot with nothing loaded yet: everything up to `head` is one gap. */
export function viewOfSnapshot(epoch: number, head: number, snapshot: RoomSnapshot): RecordView {
  return {
    epoch,
    head,
    base: head,
    snapshot,
    messages: SeqMap.empty(),
    events: SeqMap.empty(),
    timeline: [],
    gaps: head > 0 ? [{ from: 1, to: head }] : [],
    waiting: SeqMap.empty(),
  };
}

/** Says whether the entry's place is filled (with a line, or with nothing to show). */
export function isLoaded(view: RecordView, seq: number): boolean {
  return seq >= 1 && seq <= view.head && !view.gaps.some((gap) => gap.from <= seq && seq <= gap.to);
}
