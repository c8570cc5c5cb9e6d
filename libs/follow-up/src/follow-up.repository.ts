import { Injectable } from '@nestjs/common';
import type { Entry, FollowUpReported, FollowUpUpdate, FollowUpView } from '@roundtable/contracts';
import { In, type EntityManager } from 'typeorm';
import { FollowUpUpdateEntity } from './follow-up-update.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';

/** Reads and writes what became of the proposals of a room, and the reports on it. */
@Injectable()
export class FollowUpRepository {
  /** By the proposals' numbers. */
  async list(tx: EntityManager, room: string): Promise<FollowUpView[]> {
    const rows = await tx.find(FollowUpEntity, { where: { roomId: room }, order: { number: 'ASC' } });
    return rows.map(toView);
  }

  /** Of several rooms; each with its room. */
  async listOf(tx: EntityManager, rooms: string[]): Promise<{ room: string; followUp: FollowUpView }[]> {
    if (rooms.length === 0) return [];
    const found = await tx.find(FollowUpEntity, {
      where: { roomId: In(rooms) },
      order: { dueOn: 'ASC', id: 'ASC' },
    });
    return found.map((row) => ({ room: row.roomId, followUp: toView(row) }));
  }

  async find(tx: EntityManager, room: string, id: string): Promise<FollowUpView | null> {
    const row = await tx.findOneBy(FollowUpEntity, { roomId: room, id });
    return row && toView(row);
  }

  async findByProposal(tx: EntityManager, room: string, proposal: string): Promise<FollowUpView | null> {
    const row = await tx.findOneBy(FollowUpEntity, { roomId: room, proposalId: proposal });
    return row && toView(row);
  }

  /** The reports on one, newest first. */
  async updates(tx: EntityManager, room: string, followUp: string): Promise<FollowUpUpdate[]> {
    const rows = await tx.find(FollowUpUpdateEntity, {
      where: { roomId: room, followUpId: followUp },
      order: { seq: 'DESC' },
    });
    return rows.map(toUpdate);
  }

  async findUpdate(
    tx: EntityManager,
    room: string,
    followUp: string,
    id: string,
  ): Promise<FollowUpUpdate | null> {
    const row = await tx.findOneBy(FollowUpUpdateEntity, { roomId: room, followUpId: followUp, id });
    return row && toUpdate(row);
  }

  /** Makes the row what it now is; a reminder is due anew only where its moment is another. */
  async save(tx: EntityManager, room: string, followUp: FollowUpView): Promise<void> {
    const before = await this.find(tx, room, followUp.id);
    await tx.upsert(FollowUpEntity, toRow(room, followUp), ['roomId', 'id']);
    if ((before?.remindAt ?? null) !== followUp.remindAt) await this.schedule(tx, room, followUp);
  }

  /** Saves a report, new or corrected, and keeps the files that it names. */
  async saveReport(
    tx: EntityManager,
    room: string,
    {
      seq,
      data: { followUp, update },
    }: Pick<Entry<'follow_up.reported'>, 'seq'> & { data: FollowUpReported },
  ): Promise<void> {
    await this.save(tx, room, followUp);
    const place = { roomId: room, followUpId: followUp.id, id: update.id };
    const { words, state, progress, reason, proofs, earlier, by, at } = update;
    const said = { words, state, progress, reason, proofs, earlier };
    if (earlier.length > 0) await tx.update(FollowUpUpdateEntity, place, said);
    else
      await tx.upsert(FollowUpUpdateEntity, { ...place, ...said, seq, actorId: by, at: new Date(at) }, [
        'roomId',
        'followUpId',
        'id',
      ]);
    const files = proofs.flatMap((proof) => (proof.kind === 'file' ? [proof.file.id] : []));
    if (files.length > 0)
      await tx.query(
        'UPDATE follow_up_files SET is_kept = true WHERE room_id = $1 AND id = ANY ($2::uuid[])',
        [room, files],
      );
  }

  /** The moment when a day reaches nine in the morning in a zone, ISO UTC. */
  async morningOf(tx: EntityManager, day: string, zone: string): Promise<string> {
    const [row] = await tx.query<[{ at: Date }]>(`SELECT ($1::date + time '09:00') AT TIME ZONE $2 AS at`, [
      day,
      zone,
    ]);
    return row.at.toISOString();
  }

  /** Takes one reminder that is due, so that no other process takes it; undone where the transaction fails. */
  async takeReminder(tx: EntityManager, now: Date): Promise<{ room: string; followUp: string } | null> {
    const [taken] = await tx.query<[{ room: string; followUp: string }[], number]>(
      `DELETE FROM follow_up_due WHERE (room_id, follow_up_id) = (
         SELECT room_id, follow_up_id FROM follow_up_due WHERE due_at <= $1
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING room_id AS room, follow_up_id AS "followUp"`,
      [now],
    );
    return taken[0] ?? null;
  }

  private async schedule(tx: EntityManager, room: string, { id, remindAt }: FollowUpView): Promise<void> {
    await tx.query('DELETE FROM follow_up_due WHERE room_id = $1 AND follow_up_id = $2', [room, id]);
    if (remindAt)
      await tx.query('INSERT INTO follow_up_due (room_id, follow_up_id, due_at) VALUES ($1, $2, $3)', [
        room,
        id,
        remindAt,
      ]);
  }
}

function toView({
  roomId: _,
  proposalId,
  lineId,
  remindAt,
  createdAt,
  changedAt,
  ...row
}: FollowUpEntity): FollowUpView {
  return {
    ...row,
    proposal: proposalId,
    line: lineId,
    remindAt: remindAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

function toRow(room: string, { proposal, line, remindAt, ...rest }: FollowUpView): FollowUpEntity {
  return {
    ...rest,
    roomId: room,
    proposalId: proposal,
    lineId: line,
    remindAt: remindAt === null ? null : new Date(remindAt),
    createdAt: new Date(rest.createdAt),
    changedAt: new Date(rest.changedAt),
  };
}

function toUpdate({
  roomId: _,
  seq: _seq,
  followUpId,
  actorId,
  at,
  ...row
}: FollowUpUpdateEntity): FollowUpUpdate {
  return { ...row, followUp: followUpId, by: actorId, at: at.toISOString() };
}
