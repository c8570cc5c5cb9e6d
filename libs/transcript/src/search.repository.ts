import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PASSAGES, passageParameters } from './passage-sql.js';
import type { SearchQuery } from './search/search-query.js';
import { SIMILAR_ENOUGH } from './search/similar-words.js';
import { writeTsquery } from './search/tsquery.js';
import type { HitRow, PassageFilter, Reader } from './transcript-rows.js';

const HIT_COLUMNS = `
  seq, at, type, actor_id, item_id, segment_id, target_seq, data, speaker_id, recorder_id, body, version,
  withdrawn_at, withdrawn_reason, reply_to, quote, NULL AS reactions, NULL AS proposals, count(*) OVER () AS total`;

/** The words of a passage as they were made after it was said; of one that is newer than that they are made here. */
const WORDS = `
  LEFT JOIN discussion_words ready USING (room_id, seq, text_seq)
  CROSS JOIN LATERAL (SELECT coalesce(ready.words, discussion_words_of(body)) AS words) said`;

/** Finds passages by their newest words. Withdrawn words are never found. */
@Injectable()
export class SearchRepository {
  /** Best match first: rank, then order of the record. */
  findExact(
    tx: EntityManager,
    reader: Reader,
    filter: PassageFilter,
    wanted: { query: SearchQuery; limit: number },
  ): Promise<HitRow[]> {
    const parameters = passageParameters(reader, filter);
    const { sql, values } = writeTsquery(wanted.query.terms, parameters.length + 2);
    return tx.query(
      `WITH asked AS MATERIALIZED (SELECT ${sql} AS query), ${PASSAGES}
       SELECT ${HIT_COLUMNS} FROM passages CROSS JOIN asked ${WORDS}
       WHERE kind IS NOT NULL AND withdrawn_at IS NULL AND said.words @@ asked.query
       ORDER BY ts_rank(said.words, asked.query) DESC, seq LIMIT $8`,
      [...parameters, wanted.limit, ...values],
    ) as Promise<HitRow[]>;
  }

  /** Most alike first. Every word must have one like it in the passage. */
  async findSimilar(
    tx: EntityManager,
    reader: Reader,
    filter: PassageFilter,
    wanted: { words: string[]; limit: number },
  ): Promise<HitRow[]> {
    await tx.query(`SELECT set_config('pg_trgm.strict_word_similarity_threshold', $1, true)`, [
      String(SIMILAR_ENOUGH),
    ]);
    return tx.query(
      `WITH ${PASSAGES}
       SELECT ${HIT_COLUMNS} FROM passages
       WHERE kind IS NOT NULL AND withdrawn_at IS NULL
         AND NOT EXISTS (SELECT FROM unnest($9::text[]) word WHERE NOT word <<% lower(body))
       ORDER BY (SELECT min(strict_word_similarity(word, lower(body))) FROM unnest($9::text[]) word) DESC, seq
       LIMIT $8`,
      [...passageParameters(reader, filter), wanted.limit, wanted.words],
    ) as Promise<HitRow[]>;
  }

  /** The stems of many words at once, by word, so that the marks fall on what Postgres found. */
  async stemsOf(tx: EntityManager, words: string[]): Promise<Map<string, string[]>> {
    const rows = (await tx.query(
      `SELECT word, tsvector_to_array(to_tsvector('russian', word)) AS stems FROM unnest($1::text[]) word`,
      [words],
    )) as { word: string; stems: string[] }[];
    return new Map(rows.map((row) => [row.word, row.stems]));
  }
}
