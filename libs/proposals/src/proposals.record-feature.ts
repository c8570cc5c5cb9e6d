import { Injectable } from '@nestjs/common';
import type { Audience, DecisionView, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
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
  ) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'proposals.captured':
      case 'proposals.changed':
      case 'proposals.withdrawn':
        return this.repository.save(tx, room, entry.data.proposal);
      case 'proposals.positioned':
        return this.repository.savePosition(tx, room, entry.data);
      case 'proposals.position_withdrawn':
        return this.repository.removePosition(tx, room, entry.data);
      case 'proposals.decided':
        return this.decide(tx, room, entry.data.decision);
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

  /** A decision on a proposal is its state from then on; the results are states of the same names. */
  private async decide(tx: EntityManager, room: string, decision: DecisionView): Promise<void> {
    await this.repository.saveDecision(tx, room, decision);
    if (decision.proposal !== null)
      await this.repository.setState(tx, room, decision.proposal, decision.result);
  }
}
