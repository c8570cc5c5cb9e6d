import type { Reaction } from './limits.js';

/** `discussion.posted`. The body is Markdown. */
export interface MessagePosted {
  body: string;
  replyTo: number | null;
  /** Words quoted from the replied entry, as they stood. */
  quote: string | null;
  mentions: string[];
  language: string | null;
}
/** `discussion.stated`: something said aloud, entered by a rapporteur (the entry's actor) for its speaker. */
export interface StatementMade {
  /** Participant who spoke; null where an imported summary names nobody. */
  speaker: string | null;
  body: string;
  language: string | null;
}
/** `discussion.edited`; `target` of the entry is the message or statement. */
export interface MessageEdited {
  body: string;
  mentions: string[];
  /** 2 for the first edit. */
  version: number;
}
export interface MessageWithdrawn {
  reason: string | null;
}
export interface MessageReacted {
  reaction: Reaction;
  on: boolean;
}

interface RoomIntent {
  v: number;
  room: string;
  /** UUIDv7 made by the client; the same id never makes two entries. */
  clientId: string;
}
export interface PostMessage extends RoomIntent {
  body: string;
  replyTo?: number | null;
  quote?: string | null;
  mentions?: string[];
  language?: string | null;
}
export interface MakeStatement extends RoomIntent {
  speaker: string;
  body: string;
  language?: string | null;
}
export interface EditMessage extends RoomIntent {
  target: number;
  body: string;
  mentions?: string[];
}
export interface WithdrawMessage extends RoomIntent {
  target: number;
  reason?: string | null;
}
export interface ReactToMessage extends RoomIntent {
  target: number;
  reaction: Reaction;
  on: boolean;
}
/** Private: moves the reader's own mark; appends nothing and has no clientId. */
export interface MarkRead {
  v: number;
  room: string;
  seq: number;
}
/** `discussion.read_mark`: tells the reader's own other tabs. */
export interface ReadMark {
  room: string;
  seq: number;
}
/** `GET /api/v1/rooms/:room/messages/:seq/versions`, oldest first. */
export interface MessageVersion {
  seq: number;
  at: string;
  version: number;
  body: string;
}
