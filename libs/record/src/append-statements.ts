import type { Entry } from '@roundtable/contracts';
import { BESIDE, DEMANDS, withBeside, withDemands, type BoundStatement } from '@roundtable/persistence';
import type { Demand } from '@roundtable/platform';
import type { LogHead } from './log-head.js';

/** An entry about to be inserted, with what is stored beside it and shown to nobody. */
export interface NewEntry {
  entry: Entry;
  clientId: string | null;
  /** SHA-256 in hex. */
  intentHash: string | null;
}

/** Rights are asked as they were when the statement began: it may not wait longer than a right may outlast its end. */
const LOCK_OF_ONE_WITHIN_MS = 2_000;

const APPEND = {
  name: 'record_append_entries',
  text: `WITH moved AS (
      UPDATE record_logs SET head = $2, last_at = $3, rights_version = rights_version + $4 WHERE room_id = $1)
    INSERT INTO record_entries
      (room_id, seq, at, type, actor_id, client_id, intent_hash, item_id, segment_id, target_seq, data)
    SELECT $1, seq, at, type, actor, client_id, decode(intent_hash, 'hex'), item, segment, target, data
    FROM unnest($5::bigint[], $6::timestamptz[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $11::uuid[],
      $12::uuid[], $13::bigint[], $14::jsonb[])
      AS new (seq, at, type, actor, client_id, intent_hash, item, segment, target, data)`,
};

/**
 * A transaction of its own that does as APPEND, and what stands beside it, where the head is still `$14` of epoch
 * `$15`; else it divides by zero. The room is locked by the first thing that is divided by.
 */
const APPEND_AFTER = {
  name: 'record_append_after',
  text: `WITH settled AS MATERIALIZED (
      SELECT set_config('lock_timeout', '${LOCK_OF_ONE_WITHIN_MS}', true), set_config('synchronous_commit', 'on', true)),
    moved AS (
      UPDATE record_logs SET head = $2, last_at = $3
      WHERE room_id = $1 AND head = $14 AND epoch = $15 AND (SELECT count(*) FROM settled) = 1 RETURNING 1)${BESIDE}
    INSERT INTO record_entries
      (room_id, seq, at, type, actor_id, client_id, intent_hash, item_id, segment_id, target_seq, data)
    SELECT $1, seq / (SELECT count(*) FROM moved)${DEMANDS}, at, type, actor, client_id, decode(intent_hash, 'hex'),
      item, segment, target, data
    FROM unnest($4::bigint[], $5::timestamptz[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::uuid[],
      $11::uuid[], $12::bigint[], $13::jsonb[])
      AS new (seq, at, type, actor, client_id, intent_hash, item, segment, target, data)`,
};

/** Inserts entries and moves the head to the last. `changesRights` also raises the version that readers are checked by. */
export function append(room: string, entries: readonly NewEntry[], changesRights: boolean): BoundStatement {
  const last = entries.at(-1)?.entry;
  return { ...APPEND, values: [room, last?.seq, last?.at, changesRights ? 1 : 0, ...columnsOf(entries)] };
}

/** What an append that is a transaction of its own needs to be told. */
interface After {
  /** How the record must end. */
  log: Pick<LogHead, 'head' | 'epoch'>;
  /** At least one. */
  entries: readonly NewEntry[];
  /** Their projection. */
  beside: BoundStatement;
  demands: readonly Demand[];
}

/** The same as a transaction of its own: it fails and does nothing where the record ends otherwise or a demand is not met. */
export function appendAfter(room: string, { log, entries, beside, demands }: After): BoundStatement {
  const last = entries.at(-1)?.entry;
  const values = [room, last?.seq, last?.at, ...columnsOf(entries), log.head, log.epoch];
  return withDemands(withBeside({ ...APPEND_AFTER, values }, beside), demands);
}

/** The values of entries, column by column. */
function columnsOf(entries: readonly NewEntry[]): unknown[] {
  const column = <T>(read: (row: NewEntry) => T): T[] => entries.map(read);
  return [
    column(({ entry }) => entry.seq),
    column(({ entry }) => entry.at),
    column(({ entry }) => entry.type),
    column(({ entry }) => entry.actor),
    column(({ clientId }) => clientId),
    column(({ intentHash }) => intentHash),
    column(({ entry }) => entry.item),
    column(({ entry }) => entry.segment),
    column(({ entry }) => entry.target),
    column(({ entry }) => JSON.stringify(entry.data)),
  ];
}
