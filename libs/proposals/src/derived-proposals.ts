import { Injectable } from '@nestjs/common';
import type { ProposalSubmitter, ProposalView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import type { DecisionContext } from '@roundtable/record';
import { titleFrom } from './first-draft.js';
import { withLife } from './life/proposal-life.js';
import { ProposalsRepository } from './proposals.repository.js';

/** What a proposal is made of that came from another one, and not from words that were said. */
export interface Derivation {
  /** The first words of the text where null. */
  title: string | null;
  text: string;
  submitters: ProposalSubmitter[];
  /** The proposal that it builds on. */
  from: string;
  by: string;
}

/** Makes proposals of what became of others. Whoever calls records it as captured. */
@Injectable()
export class DerivedProposals {
  constructor(private readonly repository: ProposalsRepository) {}

  /** Runs under the room's lock: the number is the next one. */
  async make(
    { tx, room, at }: DecisionContext,
    { title, text, submitters, from, by }: Derivation,
  ): Promise<ProposalView> {
    const proposal: ProposalView = {
      id: newId(),
      number: await this.repository.nextNumber(tx, room),
      title: title ?? titleFrom(text),
      text,
      state: 'captured',
      focusArea: null,
      responsible: null,
      timeline: null,
      version: 1,
      capturedBy: by,
      capturedAt: at,
      sources: [],
      positions: [],
      decision: null,
    };
    return withLife(proposal, { submitters, references: [{ kind: 'builds_on', proposal: from }] });
  }
}
