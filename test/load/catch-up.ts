import { get, Agent } from 'node:http';
import type { HistoryPage } from '@roundtable/contracts';
import type pg from 'pg';
import { textOf } from './message-text.js';
import { seedRoom, type SeededRoom } from './seeded-room.js';

export const CATCH_UP_ENTRIES = 10_000;
const PAGE = 1_000;

/** A room with a long record, by SQL: how it came about is not what is measured. */
export async function seedRecord(client: pg.Client): Promise<SeededRoom> {
  const seeded = await seedRoom(client, 3);
  const bodies = Array.from({ length: CATCH_UP_ENTRIES }, (_, index) => textOf(index));
  await client.query(
    `INSERT INTO record_entries (room_id, seq, at, type, actor_id, data)
     SELECT $1, place, now(), 'discussion.posted', $2,
       jsonb_build_object('body', body, 'replyTo', NULL, 'quote', NULL, 'mentions', '[]'::jsonb, 'language', NULL)
     FROM unnest($3::text[]) WITH ORDINALITY AS new (body, place)`,
    [seeded.room, seeded.people[2], bodies],
  );
  await client.query(`UPDATE record_logs SET head = $2, last_at = now() WHERE room_id = $1`, [
    seeded.room,
    CATCH_UP_ENTRIES,
  ]);
  return seeded;
}

/** Reads the whole record by HTTP, page after page, as one who was away. Milliseconds; @throws where anything is missing. */
export async function catchUp(url: string, { room, cookies }: SeededRoom): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const startedAt = performance.now();
  try {
    let last = 0;
    while (last < CATCH_UP_ENTRIES) {
      const path = `/api/v1/rooms/${room}/entries?after=${last}&limit=${PAGE}`;
      const page = JSON.parse(await read(`${url}${path}`, cookies[2] ?? '', agent)) as HistoryPage;
      last = demandNext(
        page.entries.map(({ seq }) => seq),
        last,
      );
    }
    return performance.now() - startedAt;
  } finally {
    agent.destroy();
  }
}

/** Reads the same rows with one statement whose JSON Postgres builds. Milliseconds. */
export async function readByQuery(client: pg.Client, { room }: SeededRoom): Promise<number> {
  const startedAt = performance.now();
  const { rows } = await client.query<{ entries: string }>(
    `SELECT json_agg(json_build_object('seq', seq, 'at', at, 'type', type, 'actor', actor_id, 'item', item_id,
       'segment', segment_id, 'target', target_seq, 'data', data) ORDER BY seq)::text AS entries
     FROM record_entries WHERE room_id = $1`,
    [room],
  );
  const entries = JSON.parse(rows[0]?.entries ?? '[]') as { seq: number }[];
  const last = demandNext(
    entries.map(({ seq }) => seq),
    0,
  );
  if (last !== CATCH_UP_ENTRIES) throw new Error(`The query gave ${last} entries.`);
  return performance.now() - startedAt;
}

function demandNext(seqs: readonly number[], last: number): number {
  if (seqs.length === 0) throw new Error(`Nothing came after ${last}.`);
  seqs.forEach((seq, index) => {
    if (seq !== last + 1 + index) throw new Error(`${seq} came in the place of ${last + 1 + index}.`);
  });
  return last + seqs.length;
}

function read(url: string, cookie: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { Cookie: cookie } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url} was answered ${response.statusCode}: ${text.slice(0, 300)}`));
      });
    }).on('error', reject);
  });
}
