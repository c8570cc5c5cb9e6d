import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const MISSING = `FROM discussion_messages m
  LEFT JOIN discussion_words w ON w.room_id = m.room_id AND w.seq = m.seq AND w.text_seq = m.text_seq
  WHERE w.seq IS NULL`;

/** All the SQL of the words that search looks at. */
@Injectable()
export class SearchWordsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes the words of the first `limit` texts of `from` to `to` that have none of their own; returns which. */
  async make(
    room: string,
    { from, to, limit }: { from: number; to: number; limit: number },
  ): Promise<number[]> {
    const rows: { seq: number | string }[] = await this.dataSource.query(
      `INSERT INTO discussion_words (room_id, seq, text_seq, words)
       SELECT m.room_id, m.seq, m.text_seq, discussion_words_of(m.body) ${MISSING}
         AND m.room_id = $1 AND m.seq BETWEEN $2 AND $3 ORDER BY m.seq LIMIT $4
       ON CONFLICT (room_id, seq) DO UPDATE SET text_seq = excluded.text_seq, words = excluded.words
       RETURNING seq`,
      [room, from, to, limit],
    );
    return rows.map(({ seq }) => Number(seq)).sort((a, b) => a - b);
  }

  /** The rooms with texts that have no words yet, and between which numbers. Reads every message: not for every day. */
  async findMissing(): Promise<{ room: string; from: number; to: number }[]> {
    const rows: { room: string; from: number | string; to: number | string }[] = await this.dataSource.query(
      `SELECT m.room_id AS room, min(m.seq) AS "from", max(m.seq) AS "to" ${MISSING} GROUP BY m.room_id`,
    );
    return rows.map(({ room, from, to }) => ({ room, from: Number(from), to: Number(to) }));
  }
}
