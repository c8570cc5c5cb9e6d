import { Injectable } from '@nestjs/common';
import type { PollView } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import { PollEntity } from './poll.entity.js';

/** Reads and writes the polls of one room. Ballots are kept elsewhere. */
@Injectable()
export class PollsRepository {
  /** By number. */
  async list(tx: EntityManager, room: string): Promise<PollView[]> {
    const rows = await tx.find(PollEntity, { where: { roomId: room }, order: { number: 'ASC' } });
    return rows.map(toView);
  }

  async find(tx: EntityManager, room: string, id: string): Promise<PollView | null> {
    const row = await tx.findOneBy(PollEntity, { roomId: room, id });
    return row && toView(row);
  }

  /** The next number of the room. Right only under the room's lock. */
  async nextNumber(tx: EntityManager, room: string): Promise<number> {
    return ((await tx.maximum(PollEntity, 'number', { roomId: room })) ?? 0) + 1;
  }

  /** Makes the row what the poll now is. */
  async save(tx: EntityManager, room: string, poll: PollView): Promise<void> {
    await tx.upsert(PollEntity, toRow(room, poll), ['roomId', 'id']);
  }
}

function toView({ roomId: _, body, proposalId, ...row }: PollEntity): PollView {
  return {
    ...row,
    text: body,
    proposal: proposalId,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

function toRow(room: string, { text, proposal, ...poll }: PollView): PollEntity {
  return {
    ...poll,
    roomId: room,
    body: text,
    proposalId: proposal,
    createdAt: new Date(poll.createdAt),
    startedAt: dateOf(poll.startedAt),
    closedAt: dateOf(poll.closedAt),
    publishedAt: dateOf(poll.publishedAt),
  };
}

function dateOf(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}
