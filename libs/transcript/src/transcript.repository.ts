import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PASSAGE_COLUMNS, PASSAGES, passageParameters } from './passage-sql.js';
import type { Extent, OutlineRows, PassageFilter, PassageRow, Reader } from './transcript-rows.js';

/** Reads the record as a transcript: pages by key, never by offset, and an outline in a few aggregates. */
@Injectable()
export class TranscriptRepository {
  /** Measures what the filter leaves; `head` is the end of the whole record. */
  async measure(tx: EntityManager, reader: Reader, filter: PassageFilter): Promise<Extent> {
    const [row] = await select<Extent>(
      tx,
      `WITH ${PASSAGES}
       SELECT count(*) AS total, min(seq) AS first, max(seq) AS last,
              (SELECT l.head FROM record_logs l JOIN meetings_rooms r ON r.id = l.room_id
               WHERE r.meeting_id = $1 AND r.kind = 'plenary') AS head
       FROM passages`,
      passageParameters(reader, filter),
    );
    return row ?? { head: 0, total: 0, first: null, last: null };
  }

  /** The first `limit` passages with a seq of at least `from`, ascending. */
  readForward(
    tx: EntityManager,
    reader: Reader,
    filter: PassageFilter,
    page: { from: number; limit: number },
  ): Promise<PassageRow[]> {
    return select<PassageRow>(
      tx,
      `WITH ${PASSAGES}, page AS (SELECT * FROM passages WHERE seq >= $8 ORDER BY seq LIMIT $9)
       SELECT ${PASSAGE_COLUMNS} FROM page ORDER BY page.seq`,
      [...passageParameters(reader, filter), page.from, page.limit],
    );
  }

  /** The last `limit` passages with a seq below `before`, ascending. */
  readBackward(
    tx: EntityManager,
    reader: Reader,
    filter: PassageFilter,
    page: { before: number; limit: number },
  ): Promise<PassageRow[]> {
    return select<PassageRow>(
      tx,
      `WITH ${PASSAGES}, page AS (SELECT * FROM passages WHERE seq < $8 ORDER BY seq DESC LIMIT $9)
       SELECT ${PASSAGE_COLUMNS} FROM page ORDER BY page.seq`,
      [...passageParameters(reader, filter), page.before, page.limit],
    );
  }

  async outline(tx: EntityManager, reader: Reader, filter: PassageFilter): Promise<OutlineRows> {
    const parameters = passageParameters(reader, filter);
    const hours = await select<OutlineRows['hours'][number]>(
      tx,
      `WITH ${PASSAGES}
       SELECT date_trunc('hour', at) AS starts_at, min(seq) AS seq, count(*) AS passages
       FROM passages GROUP BY 1 ORDER BY 1`,
      parameters,
    );
    const items = await select<OutlineRows['items'][number]>(
      tx,
      `WITH ${PASSAGES}
       SELECT item_id AS item, min(seq) AS seq, count(*) AS passages
       FROM passages WHERE item_id IS NOT NULL GROUP BY 1 ORDER BY 2`,
      parameters,
    );
    const speakers = await select<OutlineRows['speakers'][number]>(
      tx,
      `WITH ${PASSAGES}
       SELECT speaker_id AS participant, count(*) FILTER (WHERE kind = 'message') AS messages,
              count(*) FILTER (WHERE kind = 'statement') AS statements
       FROM passages WHERE kind IS NOT NULL AND speaker_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1`,
      parameters,
    );
    return { hours, items, speakers, passages: hours.reduce((sum, hour) => sum + hour.passages, 0) };
  }
}

/** Raw queries answer with rows of the shape their select list names; the repository vouches for it here, once. */
function select<Row>(tx: EntityManager, sql: string, parameters: unknown[]): Promise<Row[]> {
  return tx.query(sql, parameters) as Promise<Row[]>;
}
