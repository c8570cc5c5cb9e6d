import { Injectable } from '@nestjs/common';
import type { RoomSnapshot, SetChanged, SetLineView, SetVersionView, SetView } from '@roundtable/contracts';
import { In, type EntityManager } from 'typeorm';
import { SetLineEntity } from './set-line.entity.js';
import { SetEntity } from './set.entity.js';

interface VersionRow {
  seq: string | number;
  at: Date;
  actor_id: string | null;
  type: string;
  version: number;
  sha256: string;
}

/** Reads and writes the set of one room. */
@Injectable()
export class SetsRepository {
  /** The set with its lines in order; null and none where there is no set. */
  async load(tx: EntityManager, room: string): Promise<Pick<RoomSnapshot['publications'], 'set' | 'lines'>> {
    const row = await tx.findOneBy(SetEntity, { roomId: room });
    if (!row) return { set: null, lines: [] };
    const rows = await tx.findBy(SetLineEntity, { roomId: room });
    const lines = new Map(rows.map((line) => [line.id, toLine(line)]));
    return {
      set: toSet(row),
      lines: row.lines.flatMap((id): SetLineView[] => {
        const line = lines.get(id);
        return line ? [line] : [];
      }),
    };
  }

  /** Makes the rows what the set and its changed lines now are. */
  async save(tx: EntityManager, room: string, { set, lines, removed }: SetChanged): Promise<void> {
    await tx.upsert(SetEntity, toSetRow(room, set), ['roomId']);
    if (removed.length > 0) await tx.delete(SetLineEntity, { roomId: room, id: In(removed) });
    const rows = lines.map((line) => toLineRow(room, line));
    if (rows.length > 0) await tx.upsert(SetLineEntity, rows, ['roomId', 'id']);
  }

  /** Every version on the record, newest first. */
  async versions(tx: EntityManager, room: string, limit: number): Promise<SetVersionView[]> {
    const rows = await tx.query<VersionRow[]>(
      `SELECT seq, at, actor_id, type, (data->'set'->>'version')::int AS version, data->'set'->>'sha256' AS sha256
       FROM record_entries WHERE room_id = $1 AND type LIKE 'publications.set\\_%' ORDER BY seq DESC LIMIT $2`,
      [room, limit],
    );
    return rows.map((row) => ({
      version: row.version,
      sha256: row.sha256,
      seq: Number(row.seq),
      at: row.at.toISOString(),
      by: row.actor_id,
      act: row.type,
    }));
  }
}

function toSet({ roomId: _, ...row }: SetEntity): SetView {
  return { ...row, createdAt: row.createdAt.toISOString(), changedAt: row.changedAt.toISOString() };
}

function toSetRow(room: string, set: SetView): SetEntity {
  return {
    ...set,
    roomId: room,
    createdAt: new Date(set.createdAt),
    changedAt: new Date(set.changedAt),
  };
}

function toLine({ roomId: _, proposalId, body, ...row }: SetLineEntity): SetLineView {
  return { ...row, proposal: proposalId, text: body };
}

function toLineRow(room: string, { proposal, text, ...line }: SetLineView): SetLineEntity {
  return { ...line, roomId: room, proposalId: proposal, body: text };
}
