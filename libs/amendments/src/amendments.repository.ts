import { Injectable } from '@nestjs/common';
import type { AmendmentStop, AmendmentView } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import { AmendmentStepEntity } from './amendment-step.entity.js';
import { AmendmentStopEntity } from './amendment-stop.entity.js';
import { AmendmentEntity } from './amendment.entity.js';

/** Reads and writes the amendments of one room. */
@Injectable()
export class AmendmentsRepository {
  /** By proposal, then by number; of one proposal where it is named. */
  async load(tx: EntityManager, room: string, proposal?: string): Promise<AmendmentView[]> {
    const rows = await tx.find(AmendmentEntity, {
      where: { roomId: room, ...(proposal !== undefined && { proposalId: proposal }) },
      order: { proposalId: 'ASC', number: 'ASC' },
    });
    return rows.map(toView);
  }

  async find(tx: EntityManager, room: string, id: string): Promise<AmendmentView | null> {
    const row = await tx.findOneBy(AmendmentEntity, { roomId: room, id });
    return row && toView(row);
  }

  /** Makes the rows what the amendments now are, and remembers the entry that did it. */
  async save(
    tx: EntityManager,
    room: string,
    amendments: readonly AmendmentView[],
    seq: number,
  ): Promise<void> {
    if (amendments.length === 0) return;
    await tx.upsert(
      AmendmentEntity,
      amendments.map((each) => toRow(room, each)),
      ['roomId', 'id'],
    );
    const steps = amendments.map(({ id }) => ({ roomId: room, amendmentId: id, seq }));
    await tx.upsert(AmendmentStepEntity, steps, ['roomId', 'amendmentId', 'seq']);
  }

  /** The entries that changed an amendment, oldest first. */
  async stepsOf(tx: EntityManager, room: string, amendment: string): Promise<number[]> {
    const where = { roomId: room, amendmentId: amendment };
    const rows = await tx.find(AmendmentStepEntity, { where, order: { seq: 'ASC' } });
    return rows.map(({ seq }) => seq);
  }

  /** By proposal. */
  async stops(tx: EntityManager, room: string): Promise<AmendmentStop[]> {
    const rows = await tx.find(AmendmentStopEntity, {
      where: { roomId: room },
      order: { proposalId: 'ASC' },
    });
    return rows.map(toStop);
  }

  async stopOf(tx: EntityManager, room: string, proposal: string): Promise<AmendmentStop | null> {
    const row = await tx.findOneBy(AmendmentStopEntity, { roomId: room, proposalId: proposal });
    return row && toStop(row);
  }

  async setStop(
    tx: EntityManager,
    room: string,
    { proposal, stop }: { proposal: string; stop: AmendmentStop | null },
  ): Promise<void> {
    const key = { roomId: room, proposalId: proposal };
    if (!stop) await tx.delete(AmendmentStopEntity, key);
    else {
      const row = { ...key, byId: stop.by, at: new Date(stop.at), reason: stop.reason };
      await tx.upsert(AmendmentStopEntity, row, ['roomId', 'proposalId']);
    }
  }
}

function toStop({ proposalId, byId, at, reason }: AmendmentStopEntity): AmendmentStop {
  return { proposal: proposalId, by: byId, at: at.toISOString(), reason };
}

function toView({
  roomId: _,
  proposalId,
  body,
  tabledAt,
  changedAt,
  ...row
}: AmendmentEntity): AmendmentView {
  const times = { tabledAt: tabledAt.toISOString(), changedAt: changedAt.toISOString() };
  return { ...row, ...times, proposal: proposalId, text: body };
}

function toRow(
  room: string,
  { proposal, text, tabledAt, changedAt, ...amendment }: AmendmentView,
): AmendmentEntity {
  const times = { tabledAt: new Date(tabledAt), changedAt: new Date(changedAt) };
  return { ...amendment, ...times, roomId: room, proposalId: proposal, body: text };
}
