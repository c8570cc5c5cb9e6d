import { Injectable } from '@nestjs/common';
import type { Entry, ExportedEntry, FloorRequestView } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';

/** A room's log as an export names it. */
export interface RoomHead {
  room: string;
  epoch: number;
  head: number;
}

/** An entry with the client's number, which no reader but an export is shown. */
export interface StoredEntry {
  room: string;
  clientId: string | null;
  entry: Entry;
}

interface EntryRow {
  room_id: string;
  seq: number;
  at: Date;
  type: Entry['type'];
  actor_id: string | null;
  client_id: string | null;
  item_id: string | null;
  segment_id: string | null;
  target_seq: number | null;
  data: ExportedEntry['data'];
}

interface FloorRow {
  id: string;
  participant_id: string;
  kind: FloorRequestView['kind'];
  note: string | null;
  state: FloorRequestView['state'];
  sort_order: number;
  requested_at: Date;
  granted_at: Date | null;
  ended_at: Date | null;
}

/** Reads everything of a meeting that an export holds and no snapshot does. */
@Injectable()
export class ExportRepository {
  async readHeads(tx: EntityManager, meeting: string): Promise<RoomHead[]> {
    return tx.query(
      `SELECT l.room_id AS room, l.epoch, l.head FROM record_logs l JOIN meetings_rooms r ON r.id = l.room_id
       WHERE r.meeting_id = $1 ORDER BY l.room_id`,
      [meeting],
    ) as Promise<RoomHead[]>;
  }

  /** All entries of the meeting's rooms, by room and seq. */
  async readEntries(tx: EntityManager, meeting: string): Promise<StoredEntry[]> {
    const rows = (await tx.query(
      `SELECT e.room_id, e.seq, e.at, e.type, e.actor_id, e.client_id, e.item_id, e.segment_id, e.target_seq, e.data
       FROM record_entries e JOIN meetings_rooms r ON r.id = e.room_id
       WHERE r.meeting_id = $1 ORDER BY e.room_id, e.seq`,
      [meeting],
    )) as EntryRow[];
    return rows.map((row) => ({ room: row.room_id, clientId: row.client_id, entry: toEntry(row) }));
  }

  /** Every request for the floor there ever was, in the order they were made. */
  async readFloor(tx: EntityManager, meeting: string): Promise<FloorRequestView[]> {
    const rows = (await tx.query(
      `SELECT f.* FROM floor_requests f JOIN meetings_rooms r ON r.id = f.room_id
       WHERE r.meeting_id = $1 ORDER BY f.requested_at, f.id`,
      [meeting],
    )) as FloorRow[];
    return rows.map((row) => ({
      id: row.id,
      participant: row.participant_id,
      kind: row.kind,
      note: row.note,
      state: row.state,
      order: row.sort_order,
      requestedAt: row.requested_at.toISOString(),
      grantedAt: row.granted_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
    }));
  }
}

function toEntry(row: EntryRow): Entry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor_id,
    item: row.item_id,
    segment: row.segment_id,
    target: row.target_seq,
    type: row.type,
    data: row.data,
  } as Entry;
}
