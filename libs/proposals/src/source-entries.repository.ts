import { Injectable } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import type { SourceText } from './provenance.js';

interface EntryRow {
  room_id: string;
  seq: number | string;
  at: Date;
  type: Entry['type'];
  actor_id: string | null;
  item_id: string | null;
  segment_id: string | null;
  target_seq: number | string | null;
  data: Entry['data'];
}

interface TextRow {
  seq: number | string;
  text_seq: number | string;
  text: string;
  withdrawn: boolean;
}

/** Where an entry stands. */
export interface EntryAddress {
  room: string;
  seq: number;
}

/** Reads from the record the entries that proposals come from. It never writes there. */
@Injectable()
export class SourceEntriesRepository {
  /** The newest texts of messages and statements of one room, by seq; what is neither is left out. */
  async readTexts(tx: EntityManager, room: string, seqs: number[]): Promise<Map<number, SourceText>> {
    const rows = await tx.query<TextRow[]>(
      `SELECT first.seq, coalesce(edit.seq, first.seq) AS text_seq, coalesce(edit.data, first.data)->>'body' AS text,
         EXISTS (SELECT FROM record_entries gone
           WHERE gone.room_id = first.room_id AND gone.target_seq = first.seq AND gone.type = 'discussion.withdrawn') AS withdrawn
       FROM record_entries first
       LEFT JOIN LATERAL (SELECT e.seq, e.data FROM record_entries e
         WHERE e.room_id = first.room_id AND e.target_seq = first.seq AND e.type = 'discussion.edited'
         ORDER BY e.seq DESC LIMIT 1) edit ON true
       WHERE first.room_id = $1 AND first.seq = ANY ($2::bigint[])
         AND first.type IN ('discussion.posted', 'discussion.stated')`,
      [room, seqs],
    );
    return new Map(rows.map((row) => [Number(row.seq), toSourceText(room, row)]));
  }

  /** The entries at some addresses, keyed by `addressKey`. */
  async readEntries(tx: EntityManager, addresses: EntryAddress[]): Promise<Map<string, Entry>> {
    if (addresses.length === 0) return new Map();
    const rows = await tx.query<EntryRow[]>(
      `SELECT room_id, seq, at, type, actor_id, item_id, segment_id, target_seq, data FROM record_entries
       WHERE (room_id, seq) IN (SELECT * FROM unnest($1::uuid[], $2::bigint[]))`,
      [addresses.map(({ room }) => room), addresses.map(({ seq }) => seq)],
    );
    return new Map(
      rows.map((row) => [addressKey({ room: row.room_id, seq: Number(row.seq) }), toEntry(row)]),
    );
  }
}

/** Names an entry's address in a map. */
export function addressKey({ room, seq }: EntryAddress): string {
  return `${room}/${seq}`;
}

function toSourceText(room: string, row: TextRow): SourceText {
  return {
    room,
    seq: Number(row.seq),
    textSeq: Number(row.text_seq),
    text: row.text,
    isWithdrawn: row.withdrawn,
  };
}

function toEntry(row: EntryRow): Entry {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    type: row.type,
    actor: row.actor_id,
    item: row.item_id,
    segment: row.segment_id,
    target: row.target_seq === null ? null : Number(row.target_seq),
    data: row.data,
  } as Entry;
}
