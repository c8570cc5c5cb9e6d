import { Injectable } from '@nestjs/common';
import type { Audience, Entry, ProposalView, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { ProposalSteps } from './life/proposal-steps.js';
import { ProposalReader } from './proposal-reader.js';
import { presentProposals } from './proposals.presenter.js';
import { ProposalsRepository } from './proposals.repository.js';

/** What proposals contribute to the record. */
@Injectable()
export class ProposalsRecordFeature implements RecordFeature {
  readonly name = 'proposals';

  constructor(
    private readonly repository: ProposalsRepository,
    private readonly reader: ProposalReader,
    private readonly steps: ProposalSteps,
  ) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'proposals.captured':
      case 'proposals.changed':
      case 'proposals.withdrawn':
      case 'proposals.moved':
      case 'proposals.sourced':
      case 'proposals.recommended':
        return this.save(tx, room, entry, entry.data.proposal);
      case 'proposals.positioned':
        return this.repository.savePosition(tx, room, entry.data);
      case 'proposals.position_withdrawn':
        return this.repository.removePosition(tx, room, entry.data);
      case 'proposals.decided':
        return this.decide(tx, room, entry);
      default:
        throw new Error(`Proposals know no ${entry.type}.`);
    }
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentProposals(entry, audience);
  }

  async snapshot(
    tx: EntityManager,
    room: string,
    audience: Audience,
  ): Promise<Pick<RoomSnapshot, 'proposals'>> {
    return { proposals: await this.reader.readRoom(tx, room, audience) };
  }

  /** Words that were changed are no step in a proposal's life; a poll that puts it to the decision is. */
  private async save(tx: EntityManager, room: string, entry: Entry, proposal: ProposalView): Promise<void> {
    const from = await this.repository.readState(tx, room, proposal.id);
    await this.repository.save(tx, room, proposal);
    if (entry.type === 'proposals.changed' && from === proposal.state) return;
    await this.steps.add(tx, room, { proposal: proposal.id, seq: entry.seq, from, to: proposal.state });
  }

  /** A decision on a proposal is its state from then on; the results are states of the same names. */
  private async decide(tx: EntityManager, room: string, entry: Entry<'proposals.decided'>): Promise<void> {
    const { decision } = entry.data;
    await this.repository.saveDecision(tx, room, decision);
    if (decision.proposal === null) return;
    const from = await this.repository.readState(tx, room, decision.proposal);
    if (from === null) return;
    await this.repository.setState(tx, room, decision.proposal, decision.result);
    const step = { proposal: decision.proposal, seq: entry.seq, from, to: decision.result };
    await this.steps.add(tx, room, step);
  }
}
