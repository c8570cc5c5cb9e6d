import type { Entry, Reaction } from '@roundtable/contracts';

/** Whose transcript is read, and by whom; both stand in every query, so that a right lost meanwhile counts. */
export interface Reader {
  meeting: string;
  participant: string;
}

/** What narrows a reading of the transcript, times as Dates. */
export interface PassageFilter {
  types: string[];
  speaker?: string;
  delegation?: string;
  from?: Date;
  to?: Date;
}

/** One entry of the record with the newest state of its words, as the database gives it. */
export interface PassageRow {
  seq: number;
  at: Date;
  type: Entry['type'];
  actor_id: string | null;
  item_id: string | null;
  segment_id: string | null;
  target_seq: number | null;
  data: unknown;
  speaker_id: string | null;
  recorder_id: string | null;
  body: string | null;
  version: number | null;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
  reply_to: number | null;
  quote: string | null;
  reactions: { reaction: Reaction; participants: string[] }[] | null;
  proposals: number[] | null;
}

/** How many passages the filter leaves, and the first and last of them. */
export interface Extent {
  head: number;
  total: number;
  first: number | null;
  last: number | null;
}

export interface OutlineRows {
  hours: { starts_at: Date; seq: number; passages: number }[];
  items: { item: string; seq: number; passages: number }[];
  speakers: { participant: string; messages: number; statements: number }[];
  passages: number;
}

/** A passage found, with what is needed to mark the words. */
export interface HitRow extends PassageRow {
  total: number;
}
