import { Injectable } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import { runNamed, runNamedAlone, runTogether } from '@roundtable/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { append, type NewEntry } from './append-statements.js';
import type { LogHead } from './log-head.js';
import type { SeqRange } from './page-range.js';

/** The entry that a client id made. */
export interface Original {
  seq: number;
  at: string;
  intentHash: string | null;
}

/** How long an act waits for the room's lock before it is answered `unavailable`. */
const LOCK_WITHIN_MS = 5_000;

const LOG_COLUMNS = 'head, epoch, rights_version, CASE WHEN isfinite(last_at) THEN last_at END AS last_at';

const FIND_BY_CLIENT_IDS = {
  name: 'record_find_by_client_ids',
  text: `SELECT wanted.place, found.seq, found.at, encode(found.intent_hash, 'hex') AS intent_hash
    FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS wanted (actor_id, client_id, place)
    JOIN record_entries found ON found.room_id = $1 AND found.actor_id = wanted.actor_id
      AND found.client_id = wanted.client_id`,
};

const ENTRY_COLUMNS = 'seq, at, type, actor_id, item_id, segment_id, target_seq, data';

/** The head in each row; one row without an entry where none of the range is there. */
const READ_NEWS = {
  name: 'record_read_news',
  text: `SELECT ${LOG_COLUMNS}, ${ENTRY_COLUMNS}
    FROM record_logs log LEFT JOIN record_entries entry ON entry.room_id = log.room_id AND entry.seq BETWEEN $2 AND $3
    WHERE log.room_id = $1 ORDER BY entry.seq`,
};

interface EntryRow {
  seq: number | string;
  at: Date;
  type: Entry['type'];
  actor_id: string | null;
  item_id: string | null;
  segment_id: string | null;
  target_seq: number | string | null;
  data: Entry['data'];
}

interface OriginalRow {
  /** Which of the wanted it is, from 1. */
  place: number | string;
  seq: number | string;
  at: Date;
  intent_hash: string | null;
}

interface LogRow {
  head: number | string;
  epoch: number;
  rights_version: number;
  last_at: Date | null;
}

/** All the SQL of the record. Everything runs on the manager it is handed, so that a transaction is never left. */
@Injectable()
export class RecordRepository {
  /**
   * Begins a transaction that appends and locks the room, in one round trip: acknowledged means on disk, and nobody
   * waits for a lock for ever. Null where there is no such room.
   */
  async beginAppend(tx: EntityManager, room: string): Promise<LogHead | null> {
    const [row] = await runTogether<LogRow>(tx, (quote) => [
      'BEGIN ISOLATION LEVEL READ COMMITTED',
      'SET LOCAL synchronous_commit = on',
      `SET LOCAL lock_timeout = ${LOCK_WITHIN_MS}`,
      `SELECT ${LOG_COLUMNS} FROM record_logs WHERE room_id = ${quote(room)} FOR UPDATE`,
    ]);
    return row ? toHead(row) : null;
  }

  async createLog(tx: EntityManager, room: string): Promise<void> {
    await tx.query('INSERT INTO record_logs (room_id) VALUES ($1)', [room]);
  }

  /**
   * Locks the room until the transaction ends: the one lock under which acts, rights and state of a room change.
   * Taken before any other lock of the room's tables. Null where there is no such room.
   */
  lockLog(tx: EntityManager, room: string): Promise<LogHead | null> {
    return this.selectLog(tx, room, 'FOR UPDATE');
  }

  readLog(manager: EntityManager, room: string): Promise<LogHead | null> {
    return this.selectLog(manager, room, '');
  }

  /** The head, and the entries of a range as far as they are there, ascending, both of one moment. Null for no such room. */
  async readNews(
    dataSource: DataSource,
    room: string,
    { from, to }: SeqRange,
  ): Promise<{ log: LogHead; entries: Entry[] } | null> {
    const rows = await runNamedAlone<LogRow & (EntryRow | { seq: null })>(dataSource, READ_NEWS, [
      room,
      from,
      to,
    ]);
    const [first] = rows;
    if (!first) return null;
    return { log: toHead(first), entries: rows.filter((row) => row.seq !== null).map(toEntry) };
  }

  /** The heads of some rooms, with the versions of who may read them. */
  async readHeads(
    manager: EntityManager,
    rooms: readonly string[],
  ): Promise<{ room: string; head: number; epoch: number; rightsVersion: number }[]> {
    const rows = await manager.query<(LogRow & { room_id: string })[]>(
      'SELECT room_id, head, epoch, rights_version FROM record_logs WHERE room_id = ANY ($1::uuid[])',
      [rooms],
    );
    return rows.map((row) => ({
      room: row.room_id,
      head: Number(row.head),
      epoch: row.epoch,
      rightsVersion: row.rights_version,
    }));
  }

  /** What the client ids of some people made before, in the order of the asking; null for nothing found and nothing asked. */
  async findByClientIds(
    tx: EntityManager,
    room: string,
    ids: readonly { actor: string | null; clientId: string | null }[],
  ): Promise<(Original | null)[]> {
    const rows = await runNamed<OriginalRow>(tx, FIND_BY_CLIENT_IDS, [
      room,
      ids.map(({ actor }) => actor),
      ids.map(({ clientId }) => clientId),
    ]);
    const found = new Map(rows.map((row) => [Number(row.place), row]));
    return ids.map((_, index) => {
      const row = found.get(index + 1);
      return row ? { seq: Number(row.seq), at: row.at.toISOString(), intentHash: row.intent_hash } : null;
    });
  }

  /**
   * Inserts entries and moves the head to the last, in one statement. They must follow the head without a gap; the
   * caller holds the room's lock. `changesRights` also raises the version that readers are checked by.
   */
  async appendEntries(
    tx: EntityManager,
    room: string,
    entries: readonly NewEntry[],
    { changesRights }: { changesRights: boolean },
  ): Promise<void> {
    if (entries.length === 0) return;
    const { values, ...statement } = append(room, entries, changesRights);
    await runNamed(tx, statement, values);
  }

  /** Entries `from` to `to`, both included, ascending. */
  async readRange(manager: EntityManager, room: string, { from, to }: SeqRange): Promise<Entry[]> {
    if (to < from) return [];
    const rows = await manager.query<EntryRow[]>(
      `SELECT ${ENTRY_COLUMNS} FROM record_entries WHERE room_id = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq`,
      [room, from, to],
    );
    return rows.map(toEntry);
  }

  /** Entries after `to` that refer to one of `from` to `to`: its edits, withdrawals and reactions. Ascending. */
  async readLater(manager: EntityManager, room: string, { from, to }: SeqRange): Promise<Entry[]> {
    if (to < from) return [];
    const rows = await manager.query<EntryRow[]>(
      `SELECT ${ENTRY_COLUMNS} FROM record_entries
       WHERE room_id = $1 AND target_seq BETWEEN $2 AND $3 AND seq > $3 ORDER BY seq`,
      [room, from, to],
    );
    return rows.map(toEntry);
  }

  private async selectLog(manager: EntityManager, room: string, lock: string): Promise<LogHead | null> {
    const [row] = await manager.query<LogRow[]>(
      `SELECT ${LOG_COLUMNS} FROM record_logs WHERE room_id = $1 ${lock}`,
      [room],
    );
    return row ? toHead(row) : null;
  }
}

function toHead(row: LogRow): LogHead {
  return {
    head: Number(row.head),
    epoch: row.epoch,
    rightsVersion: row.rights_version,
    lastAt: row.last_at?.getTime() ?? null,
  };
}

/** 64-bit numbers may arrive as text; a record never comes near 2^53 entries. */
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
