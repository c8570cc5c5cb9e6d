import { Injectable } from '@nestjs/common';
import type { DecisionView, PositionView, ProposalState, ProposalView } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import { DecisionEntity } from './decision.entity.js';
import { PositionEntity } from './position.entity.js';
import { ProposalEntity } from './proposal.entity.js';
import { SourceEntity } from './source.entity.js';

/** A room's proposals with everything that hangs on them, as they are stored. */
export interface StoredProposals {
  proposals: ProposalEntity[];
  sources: SourceEntity[];
  positions: PositionEntity[];
  decisions: DecisionEntity[];
}

/** Reads and writes the proposals of one room. What the words are is the record's to say. */
@Injectable()
export class ProposalsRepository {
  /** All proposals by number and all decisions by seq, or the one proposal asked for with its own. */
  async load(
    tx: EntityManager,
    room: string,
    only: { id?: string; number?: number } = {},
  ): Promise<StoredProposals> {
    const proposals = await tx.find(ProposalEntity, {
      where: { roomId: room, ...only },
      order: { number: 'ASC' },
    });
    const isOne = only.id !== undefined || only.number !== undefined;
    const id = proposals[0]?.id;
    if (isOne && id === undefined) return { proposals, sources: [], positions: [], decisions: [] };
    const where = { roomId: room, ...(isOne && { proposalId: id as string }) };
    return {
      proposals,
      sources: await tx.find(SourceEntity, { where, order: { ordinal: 'ASC' } }),
      positions: await tx.find(PositionEntity, { where, order: { participantId: 'ASC' } }),
      decisions: await tx.find(DecisionEntity, { where, order: { seq: 'ASC', id: 'ASC' } }),
    };
  }

  /** The next number of the room. Right only under the room's lock. */
  async nextNumber(tx: EntityManager, room: string): Promise<number> {
    return ((await tx.maximum(ProposalEntity, 'number', { roomId: room })) ?? 0) + 1;
  }

  /** The next number of admission. Right only under the room's lock. */
  async nextAdmission(tx: EntityManager, room: string): Promise<number> {
    const [row] = await tx.query<{ next: number }[]>(
      `SELECT coalesce(max((life ->> 'admittedAs')::integer), 0) + 1 AS next
       FROM proposals_proposals WHERE room_id = $1`,
      [room],
    );
    return row?.next ?? 1;
  }

  /** Number of the poll that decides the proposal and is not done with; null where there is none. */
  async findDecidingPoll(tx: EntityManager, room: string, proposal: string): Promise<number | null> {
    const [row] = await tx.query<{ number: number }[]>(
      `SELECT number FROM polls_polls WHERE room_id = $1 AND proposal_id = $2 AND is_decisive
         AND state IN ('started', 'closed') LIMIT 1`,
      [room, proposal],
    );
    return row?.number ?? null;
  }

  /** What state a proposal is in; null where there is none. */
  async readState(tx: EntityManager, room: string, id: string): Promise<ProposalState | null> {
    const row = await tx.findOne(ProposalEntity, { select: { state: true }, where: { roomId: room, id } });
    return row?.state ?? null;
  }

  /** Makes the rows what the proposal now is, sources and positions included. */
  async save(tx: EntityManager, room: string, proposal: ProposalView): Promise<void> {
    const key = { roomId: room, proposalId: proposal.id };
    await tx.upsert(ProposalEntity, toRow(room, proposal), ['roomId', 'id']);
    await tx.delete(SourceEntity, key);
    if (proposal.sources.length > 0) await tx.insert(SourceEntity, toSourceRows(key, proposal));
    await tx.delete(PositionEntity, key);
    const positions = proposal.positions.map((position) => toPositionRow(key, position));
    if (positions.length > 0) await tx.insert(PositionEntity, positions);
  }

  /** One position per person; a newer one replaces it. */
  async savePosition(
    tx: EntityManager,
    room: string,
    { proposal, position }: { proposal: string; position: PositionView },
  ): Promise<void> {
    const row = toPositionRow({ roomId: room, proposalId: proposal }, position);
    await tx.upsert(PositionEntity, row, ['roomId', 'proposalId', 'participantId']);
  }

  async removePosition(
    tx: EntityManager,
    room: string,
    { proposal, participant }: { proposal: string; participant: string },
  ): Promise<void> {
    await tx.delete(PositionEntity, { roomId: room, proposalId: proposal, participantId: participant });
  }

  async saveDecision(tx: EntityManager, room: string, decision: DecisionView): Promise<void> {
    const row = {
      roomId: room,
      id: decision.id,
      proposalId: decision.proposal,
      body: decision.text,
      result: decision.result,
      reason: decision.reason ?? null,
      decidedBy: decision.decidedBy,
      at: new Date(decision.at),
      seq: decision.seq,
    };
    await tx.upsert(DecisionEntity, row, ['roomId', 'id']);
  }

  async setState(tx: EntityManager, room: string, id: string, state: ProposalState): Promise<void> {
    await tx.update(ProposalEntity, { roomId: room, id }, { state });
  }
}

interface ProposalKey {
  roomId: string;
  proposalId: string;
}

function toRow(room: string, proposal: ProposalView): ProposalEntity {
  return {
    roomId: room,
    id: proposal.id,
    number: proposal.number,
    title: proposal.title,
    body: proposal.text,
    state: proposal.state,
    focusArea: proposal.focusArea,
    responsible: proposal.responsible,
    timeline: proposal.timeline,
    version: proposal.version,
    capturedBy: proposal.capturedBy,
    capturedAt: new Date(proposal.capturedAt),
    life: proposal.life ?? null,
  };
}

function toSourceRows(key: ProposalKey, { sources }: ProposalView): SourceEntity[] {
  return sources.map((source, ordinal) => ({
    ...key,
    ordinal,
    sourceRoomId: source.room,
    seq: source.seq,
    textSeq: source.textSeq,
    fromOffset: source.from,
    toOffset: source.to,
    sha256: source.sha256,
    delegationId: source.delegation,
    viaProposalId: source.via ?? null,
  }));
}

function toPositionRow(key: ProposalKey, position: PositionView): PositionEntity {
  return {
    ...key,
    participantId: position.participant,
    value: position.value,
    reason: position.reason,
    at: new Date(position.at),
  };
}
