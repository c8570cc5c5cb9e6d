import { Injectable } from '@nestjs/common';
import {
  isWithheld,
  type Audience,
  type Entry,
  type ProposalState,
  type ProposalStep,
} from '@roundtable/contracts';
import { EntryPresenter } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { addressKey, SourceEntriesRepository } from '../source-entries.repository.js';
import { presentStep } from './proposal-step.presenter.js';
import { ProposalStepEntity } from './proposal-step.entity.js';

/** Keeps which entries took a proposal through its life, and tells it from them. */
@Injectable()
export class ProposalSteps {
  constructor(
    private readonly entries: SourceEntriesRepository,
    private readonly presenter: EntryPresenter,
  ) {}

  async add(
    tx: EntityManager,
    room: string,
    step: { proposal: string; seq: number; from: ProposalState | null; to: ProposalState },
  ): Promise<void> {
    const { proposal, seq, from, to } = step;
    const row = { roomId: room, proposalId: proposal, seq, fromState: from, toState: to };
    await tx.upsert(ProposalStepEntity, row, ['roomId', 'proposalId', 'seq']);
  }

  /** Oldest first; entries that this audience may not read are left out. */
  async read(tx: EntityManager, room: string, proposal: string, audience: Audience): Promise<ProposalStep[]> {
    const where = { roomId: room, proposalId: proposal };
    const rows = await tx.find(ProposalStepEntity, { where, order: { seq: 'ASC' } });
    const found = await this.entries.readEntries(
      tx,
      rows.map(({ seq }) => ({ room, seq })),
    );
    return rows.flatMap(({ seq, fromState, toState }) => {
      const entry: Entry | undefined = found.get(addressKey({ room, seq }));
      const visible = entry && this.presenter.present(entry, audience);
      if (!visible || isWithheld(visible)) return [];
      return [presentStep(visible, { from: fromState, to: toState })];
    });
  }
}
