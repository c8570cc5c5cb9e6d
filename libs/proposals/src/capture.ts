import { Injectable } from '@nestjs/common';
import {
  LIMITS,
  type AddSources,
  type CaptureProposal,
  type Membership,
  type ProposalView,
} from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import type { DecisionContext } from '@roundtable/record';
import { addSources } from './add-sources.js';
import { textFrom, titleFrom } from './first-draft.js';
import { MarkedSources } from './marked-sources.js';
import { CaptureTooLong } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';

/** Makes a proposal of marked words, or adds them to one that is there. */
@Injectable()
export class Capture {
  constructor(
    private readonly repository: ProposalsRepository,
    private readonly sources: MarkedSources,
  ) {}

  /**
   * Runs under the room's lock: the number is the next one, and the words are the newest.
   * @throws SourceMissing, SourceWithdrawn, WordsMismatch or CaptureTooLong
   */
  async make(
    context: DecisionContext,
    intent: CaptureProposal,
    { meetingId, participantId }: Membership,
  ): Promise<ProposalView> {
    const sources = await this.sources.fix(context, intent.sources, meetingId);
    const passages = intent.sources.map(({ words }) => words);
    const text = intent.text ?? textFrom(passages);
    if (text.length > LIMITS.proposalTextLength) throw new CaptureTooLong();
    return {
      id: newId(),
      number: await this.repository.nextNumber(context.tx, context.room),
      title: intent.title ?? titleFrom(passages.join(' ')),
      text,
      state: 'captured',
      focusArea: null,
      responsible: null,
      timeline: null,
      version: 1,
      capturedBy: participantId,
      capturedAt: context.at,
      sources,
      positions: [],
      decision: null,
    };
  }

  /** @throws what `fix` and `addSources` refuse with */
  async extend(
    context: DecisionContext,
    proposal: ProposalView,
    { sources }: AddSources,
    { meetingId }: Membership,
  ): Promise<ProposalView> {
    return addSources(proposal, await this.sources.fix(context, sources, meetingId));
  }
}
