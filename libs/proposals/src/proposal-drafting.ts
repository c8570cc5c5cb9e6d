import { Injectable } from '@nestjs/common';
import type { Membership, ProposalLife, ProposalState } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import { runNamed } from '@roundtable/persistence';
import { DomainError, type Demand } from '@roundtable/platform';
import type { Draft } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { demandWritable } from './proposal-changes.js';
import { ProposalReader } from './proposal-reader.js';
import { actAs } from './proposals.policy.js';

interface HeldRow {
  stamp: string;
  state: ProposalState;
  life: ProposalLife | null;
}

/** What a refusal hangs on, as one word. */
const STAMP = `md5(state || coalesce(life::text, ''))`;

const HOLD = {
  name: 'proposals_hold_for_drafting',
  text: `SELECT state, life, ${STAMP} AS stamp FROM proposals_proposals WHERE room_id = $1 AND id = $2 FOR SHARE`,
};

const SAME = `
  WITH held AS MATERIALIZED (
    SELECT ${STAMP} AS stamp FROM proposals_proposals WHERE room_id = $1 AND id = $2 FOR SHARE)
  SELECT count(*) = 1 FROM held WHERE stamp = $3`;

const READ_TEXT = {
  name: 'proposals_read_text',
  text: 'SELECT body FROM proposals_proposals WHERE room_id = $1 AND id = $2',
};

/** Answers what those who draft texts together ask of proposals: who may write which, and since when no longer. */
@Injectable()
export class ProposalDrafting {
  constructor(
    private readonly reader: ProposalReader,
    private readonly meetings: MeetingsRepository,
  ) {}

  /** Reads a proposal and keeps it from changing until the transaction ends. Null where there is none. */
  async hold(tx: EntityManager, room: string, id: string) {
    const [row] = await runNamed<HeldRow>(tx, HOLD, [room, id]);
    if (!row) return null;
    return {
      stamp: row.stamp,
      text: () => this.readText(tx, room, id),
      refusalFor: (membership: Membership) => this.refusalFor(tx, { id, ...row }, membership),
    };
  }

  /** That a proposal is as it was with this stamp; kept from changing until the transaction ends. */
  demandSame(room: string, id: string, stamp: string): Demand {
    return { name: 'same_proposal', sql: SAME, values: [room, id, stamp] };
  }

  /** The fact that makes `text` the proposal's; none where it reads so. The room's lock is held. */
  async rewrite(tx: EntityManager, room: string, id: string, text: string): Promise<Draft[]> {
    const proposal = await this.reader.readOne(tx, room, { id }, 'staff');
    if (!proposal || proposal.text === text) return [];
    return [
      {
        type: 'proposals.changed',
        data: { proposal: { ...proposal, text, version: proposal.version + 1 } },
      },
    ];
  }

  private async readText(tx: EntityManager, room: string, id: string): Promise<string> {
    const [row] = await runNamed<{ body: string }>(tx, READ_TEXT, [room, id]);
    return row?.body ?? '';
  }

  private async refusalFor(
    tx: EntityManager,
    { id, state, life }: { id: string } & HeldRow,
    membership: Membership,
  ): Promise<DomainError | null> {
    const delegation = await this.delegationThatMatters(tx, life, membership);
    try {
      demandWritable({ id, state, ...(life && { life }) }, actAs(membership, delegation));
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  /** Asked for each update, so it is looked up only where the answer hangs on it. */
  private async delegationThatMatters(
    tx: EntityManager,
    life: ProposalLife | null,
    { audience, meetingId, participantId }: Membership,
  ): Promise<string | null> {
    const submitters = life?.submitters ?? [];
    const isKnown = audience === 'staff' || submitters.some(({ id }) => id === participantId);
    if (isKnown || !submitters.some(({ kind }) => kind === 'delegation')) return null;
    const person = await this.meetings.findParticipant(meetingId, participantId, tx);
    return person?.delegation ?? null;
  }
}
