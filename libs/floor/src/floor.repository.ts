import { Injectable } from '@nestjs/common';
import type { FloorRequestView } from '@roundtable/contracts';
import { In, type EntityManager } from 'typeorm';
import { FloorRequestEntity } from './floor-request.entity.js';

/** Reads and writes the requests for the floor of one room. */
@Injectable()
export class FloorRepository {
  /** Those who wait, speak or are paused, by place, then by id. */
  async findActive(tx: EntityManager, room: string): Promise<FloorRequestEntity[]> {
    return tx.find(FloorRequestEntity, {
      where: { roomId: room, state: In(['waiting', 'speaking', 'paused']) },
      order: { sortOrder: 'ASC', id: 'ASC' },
    });
  }

  /** Any request of the room, active or long over. */
  async find(tx: EntityManager, room: string, id: string): Promise<FloorRequestEntity | null> {
    return tx.findOneBy(FloorRequestEntity, { roomId: room, id });
  }

  /** Makes the row what the request now is. */
  async save(tx: EntityManager, room: string, request: FloorRequestView): Promise<void> {
    await tx.upsert(
      FloorRequestEntity,
      {
        roomId: room,
        id: request.id,
        participantId: request.participant,
        kind: request.kind,
        note: request.note,
        state: request.state,
        sortOrder: request.order,
        requestedAt: new Date(request.requestedAt),
        grantedAt: toDate(request.grantedAt),
        endedAt: toDate(request.endedAt),
      },
      ['roomId', 'id'],
    );
  }
}

function toDate(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
