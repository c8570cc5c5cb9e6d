import { Injectable } from '@nestjs/common';
import type { BallotPick, RollCallEntry } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import { NamedBallotEntity } from './named-ballot.entity.js';

/** A named ballot about to be kept. */
export interface NewBallot {
  room: string;
  poll: string;
  elector: string;
  castBy: string;
  clientId: string;
  intentHash: string;
  picks: BallotPick[];
  reason: string | null;
  at: string;
}

/** Keeps named ballots with their history. Writes are right only under the room's lock. */
@Injectable()
export class NamedBallotsRepository {
  /** The ballots that count, by elector. */
  async read(manager: EntityManager, room: string, poll: string): Promise<RollCallEntry[]> {
    const rows = await manager
      .createQueryBuilder(NamedBallotEntity, 'ballot')
      .distinctOn(['ballot.elector_id'])
      .where('ballot.room_id = :room AND ballot.poll_id = :poll', { room, poll })
      .orderBy('ballot.elector_id')
      .addOrderBy('ballot.version', 'DESC')
      .getMany();
    return rows.map(({ electorId, castBy, picks, reason }) => ({
      elector: electorId,
      castBy,
      picks,
      reason,
    }));
  }

  /** Who cast the ballot that counts for an elector; null where there is none. */
  async casterOf(
    tx: EntityManager,
    room: string,
    { poll, elector }: { poll: string; elector: string },
  ): Promise<string | null> {
    const where = { roomId: room, pollId: poll, electorId: elector };
    const newest = await tx.findOne(NamedBallotEntity, { where, order: { version: 'DESC' } });
    return newest?.castBy ?? null;
  }

  /** What a client id cast before, null for nothing. */
  async findByClientId(
    tx: EntityManager,
    room: string,
    { castBy, clientId }: { castBy: string; clientId: string },
  ): Promise<{ poll: string; intentHash: string } | null> {
    const row = await tx.findOneBy(NamedBallotEntity, { roomId: room, castBy, clientId });
    return row && { poll: row.pollId, intentHash: row.intentHash };
  }

  /** Adds a version in place of the one before. */
  async add(tx: EntityManager, { room, poll, elector, at, ...ballot }: NewBallot): Promise<void> {
    const key = { roomId: room, pollId: poll, electorId: elector };
    const version = ((await tx.maximum(NamedBallotEntity, 'version', key)) ?? 0) + 1;
    await tx.insert(NamedBallotEntity, { ...key, ...ballot, version, at: new Date(at) });
  }

  /** Destroys every ballot of a poll, history included. */
  async destroy(tx: EntityManager, room: string, poll: string): Promise<void> {
    await tx.delete(NamedBallotEntity, { roomId: room, pollId: poll });
  }
}
