import { Injectable } from '@nestjs/common';
import type { ChangeProposal, ProposalReference, ProposalSubmitter } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import type { DecisionContext } from '@roundtable/record';
import { ProposalsRepository } from '../proposals.repository.js';
import { LinkWrong } from './life.errors.js';

/** Sees to it that those a proposal names are of this meeting. */
@Injectable()
export class LinkedParties {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly proposals: ProposalsRepository,
  ) {}

  /** @throws LinkWrong */
  async demandKnown(
    context: DecisionContext,
    meeting: string,
    { submitters = [], references = [] }: Pick<ChangeProposal, 'submitters' | 'references'>,
  ): Promise<void> {
    await this.demandSubmitters(context, meeting, submitters);
    await this.demandReferences(context, references);
  }

  private async demandSubmitters(
    { tx }: DecisionContext,
    meeting: string,
    submitters: readonly ProposalSubmitter[],
  ): Promise<void> {
    const delegations = new Set((await this.meetings.delegations(meeting, tx)).map(({ id }) => id));
    for (const { kind, id } of submitters) {
      if (kind === 'delegation' && !delegations.has(id ?? ''))
        throw new LinkWrong('submitters', 'unknown', id);
      if (kind === 'person' && !(await this.meetings.findParticipant(meeting, id ?? '', tx)))
        throw new LinkWrong('submitters', 'unknown', id);
    }
  }

  private async demandReferences(
    { tx, room }: DecisionContext,
    references: readonly ProposalReference[],
  ): Promise<void> {
    for (const { proposal } of references)
      if ((await this.proposals.readState(tx, room, proposal)) === null)
        throw new LinkWrong('references', 'unknown', proposal);
  }
}
