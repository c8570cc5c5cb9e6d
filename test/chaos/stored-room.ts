import { withClient } from '@roundtable/persistence';
import type { StoredEntry } from './history.js';

interface Row {
  seq: string;
  type: string;
  actor_id: string | null;
  client_id: string | null;
  target_seq: string | null;
  at: Date;
  data: Record<string, unknown>;
}

/** Reads a room's record as it lies in Postgres, past everything that serves it. */
export function readStoredRoom(
  databaseUrl: string,
  room: string,
): Promise<{ head: number; entries: StoredEntry[] }> {
  return withClient(databaseUrl, async (client) => {
    const logs = await client.query<{ head: string }>('SELECT head FROM record_logs WHERE room_id = $1', [
      room,
    ]);
    const { rows } = await client.query<Row>(
      `SELECT seq, type, actor_id, client_id, target_seq, at, data FROM record_entries
       WHERE room_id = $1 ORDER BY seq`,
      [room],
    );
    const entries = rows.map((row) => ({
      seq: Number(row.seq),
      type: row.type,
      actor: row.actor_id,
      clientId: row.client_id,
      target: row.target_seq === null ? null : Number(row.target_seq),
      at: row.at.getTime(),
      data: row.data,
    }));
    return { head: Number(logs.rows[0]?.head ?? 0), entries };
  });
}

/** Number of the last entry of a room. */
export function readStoredHead(databaseUrl: string, room: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ head: string }>('SELECT head FROM record_logs WHERE room_id = $1', [
      room,
    ]);
    return Number(rows[0]?.head ?? 0);
  });
}

/** How many entries of the whole database hold a word. */
export function countStored(databaseUrl: string, word: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'SELECT count(*) AS count FROM record_entries WHERE strpos(data::text, $1) > 0',
      [word],
    );
    return Number(rows[0]?.count ?? 0);
  });
}
