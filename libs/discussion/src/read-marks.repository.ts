import { Injectable } from '@nestjs/common';
import { ReadMarks } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { ReadMarkEntity } from './read-mark.entity.js';

/** Keeps how far each person has read in each room. No part of the record, and nobody else's business. */
@Injectable()
export class ReadMarksRepository extends ReadMarks {
  override async of(manager: EntityManager, room: string, participantId: string): Promise<number> {
    const mark = await manager.findOneBy(ReadMarkEntity, { roomId: room, participantId });
    return Number(mark?.seq ?? 0);
  }

  /** Moves a mark forward, never back, whatever comes late from another tab. Returns where it is now. */
  async raise(manager: EntityManager, room: string, participantId: string, seq: number): Promise<number> {
    const [mark] = await manager.query<{ seq: number | string }[]>(
      `INSERT INTO discussion_read_marks AS mark (room_id, participant_id, seq) VALUES ($1, $2, $3)
       ON CONFLICT (room_id, participant_id) DO UPDATE SET seq = greatest(mark.seq, excluded.seq)
       RETURNING seq`,
      [room, participantId, seq],
    );
    return Number(mark?.seq ?? seq);
  }
}
