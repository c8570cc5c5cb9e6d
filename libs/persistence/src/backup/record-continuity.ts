import type { Ask } from './backup-tables.js';

/** Rooms whose record does not run 1, 2, 3 ... to its head, each with what is there; empty when all is well. */
export async function findBrokenRecords(ask: Ask): Promise<string[]> {
  const rows = await ask<{ room: string; head: string; entries: string; last: string }>(`
    SELECT l.room_id AS room, l.head::text AS head, coalesce(e.entries, 0)::text AS entries, coalesce(e.last, 0)::text AS last
    FROM record_logs l
    LEFT JOIN (SELECT room_id, count(*) AS entries, min(seq) AS first, max(seq) AS last FROM record_entries GROUP BY room_id) e
      ON e.room_id = l.room_id
    WHERE coalesce(e.entries, 0) <> l.head OR coalesce(e.last, 0) <> l.head OR coalesce(e.first, 1) <> 1
    ORDER BY l.room_id`);
  return rows.map(
    ({ room, head, entries, last }) => `room ${room} says ${head} and has ${entries} entries up to ${last}`,
  );
}
