import { Injectable } from '@nestjs/common';
import type { FollowUpFile } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';

/** So much is in memory of a file that is handed out. */
const PART_BYTES = 256 * 1024;

/** Keeps the files that prove something: what they are in one table, their bytes in parts in another. */
@Injectable()
export class ProofFilesRepository {
  async save(
    tx: EntityManager,
    room: string,
    file: FollowUpFile,
    { content, by, at }: { content: Buffer; by: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO follow_up_files (room_id, id, name, type, bytes, sha256, uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [room, file.id, file.name, file.type, file.bytes, file.sha256, by, at],
    );
    for (let part = 0; part * PART_BYTES < content.length; part += 1)
      await tx.query(
        'INSERT INTO follow_up_file_parts (room_id, file_id, part, content) VALUES ($1, $2, $3, $4)',
        [room, file.id, part, content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)],
      );
  }

  /** Of the files named those that somebody may put into a report: their own, and what stands in one already. By id. */
  async usable(
    tx: EntityManager,
    room: string,
    { ids, by }: { ids: string[]; by: string },
  ): Promise<Map<string, FollowUpFile>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<FollowUpFile[]>(
      `SELECT id, name, type, bytes, sha256 FROM follow_up_files
       WHERE room_id = $1 AND id = ANY ($2::uuid[]) AND (is_kept OR uploaded_by = $3)`,
      [room, ids, by],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async find(
    tx: EntityManager,
    room: string,
    { id, reader }: { id: string; reader: string },
  ): Promise<FollowUpFile | null> {
    return (await this.usable(tx, room, { ids: [id], by: reader })).get(id) ?? null;
  }

  /** One part of a file's bytes, null after the last. */
  async readPart(tx: EntityManager, room: string, id: string, part: number): Promise<Buffer | null> {
    const [row] = await tx.query<{ content: Buffer }[]>(
      'SELECT content FROM follow_up_file_parts WHERE room_id = $1 AND file_id = $2 AND part = $3',
      [room, id, part],
    );
    return row?.content ?? null;
  }

  /** How much a room keeps, and how many files somebody uploaded that stand in no report. */
  async measure(tx: EntityManager, room: string, by: string): Promise<{ bytes: number; unused: number }> {
    const [row] = await tx.query<[{ bytes: number; unused: number }]>(
      `SELECT coalesce(sum(bytes), 0)::float8 AS bytes,
         (count(*) FILTER (WHERE NOT is_kept AND uploaded_by = $2))::int AS unused
       FROM follow_up_files WHERE room_id = $1`,
      [room, by],
    );
    return row;
  }

  /** Removes what was uploaded before a moment and stands in no report. */
  async removeUnused(tx: EntityManager, before: Date): Promise<void> {
    await tx.query('DELETE FROM follow_up_files WHERE NOT is_kept AND uploaded_at < $1', [before]);
  }
}
