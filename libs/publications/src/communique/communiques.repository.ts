import { Injectable } from '@nestjs/common';
import type { CommuniqueView } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import { CommuniqueEntity } from './communique.entity.js';

/** Reads and writes the communique of one room, and what is due of its silence procedure. */
@Injectable()
export class CommuniquesRepository {
  async find(tx: EntityManager, room: string): Promise<CommuniqueView | null> {
    const row = await tx.findOneBy(CommuniqueEntity, { roomId: room });
    if (!row) return null;
    const { roomId: _, ...rest } = row;
    return { ...rest, createdAt: row.createdAt.toISOString(), changedAt: row.changedAt.toISOString() };
  }

  /** Makes the row what the communique now is; nothing is due of one that is not circulated. */
  async save(tx: EntityManager, room: string, communique: CommuniqueView): Promise<void> {
    const { createdAt, changedAt } = communique;
    const row = {
      ...communique,
      roomId: room,
      createdAt: new Date(createdAt),
      changedAt: new Date(changedAt),
    };
    await tx.upsert(CommuniqueEntity, row, ['roomId']);
    if (communique.state !== 'circulated')
      await tx.query('DELETE FROM publications_due WHERE room_id = $1', [room]);
  }

  /** Notes what is due of a silence procedure that begins. */
  async schedule(tx: EntityManager, room: string, { circulation }: CommuniqueView): Promise<void> {
    await tx.query('DELETE FROM publications_due WHERE room_id = $1', [room]);
    if (!circulation) return;
    await tx.query(
      `INSERT INTO publications_due (room_id, act, due_at)
       SELECT $1, act, due_at FROM (VALUES ('adopt', $2::timestamptz), ('remind', $3::timestamptz)) AS due (act, due_at)
       WHERE due_at IS NOT NULL`,
      [room, circulation.until, circulation.remindAt],
    );
  }

  /** Rooms whose silence has run out. */
  async overdue(tx: EntityManager, now: Date): Promise<string[]> {
    const rows = await tx.query<{ room_id: string }[]>(
      `SELECT room_id FROM publications_due WHERE act = 'adopt' AND due_at <= $1 ORDER BY due_at LIMIT 100`,
      [now],
    );
    return rows.map(({ room_id: room }) => room);
  }

  /** Takes one reminder that is due, so that no other process takes it; undone where the transaction fails. */
  async takeReminder(tx: EntityManager, now: Date): Promise<string | null> {
    const [taken] = await tx.query<[{ room_id: string }[], number]>(
      `DELETE FROM publications_due WHERE act = 'remind' AND room_id = (
         SELECT room_id FROM publications_due WHERE act = 'remind' AND due_at <= $1
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING room_id`,
      [now],
    );
    return taken[0]?.room_id ?? null;
  }
}
