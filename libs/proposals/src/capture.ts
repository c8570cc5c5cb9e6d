import { Injectable } from '@nestjs/common';
import {
  LIMITS,
  type CaptureProposal,
  type Entry,
  type Membership,
  type ProposalView,
} from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import type { DecisionContext } from '@roundtable/record';
import { textFrom, titleFrom } from './first-draft.js';
import { presentSource, speakerOf } from './proposals.presenter.js';
import { CaptureTooLong } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';
import { fixSource } from './provenance.js';
import { addressKey, SourceEntriesRepository } from './source-entries.repository.js';
import { SpeakerDelegations } from './speaker-delegations.js';

/** Makes a proposal of marked words: what was said, by whom and for whom is fixed here, for good. */
@Injectable()
export class Capture {
  constructor(
    private readonly repository: ProposalsRepository,
    private readonly entries: SourceEntriesRepository,
    private readonly delegations: SpeakerDelegations,
  ) {}

  /**
   * Runs under the room's lock: the number is the next one, and the words are the newest.
   * @throws SourceMissing, SourceWithdrawn, WordsMismatch or CaptureTooLong
   */
  async make(
    { tx, room, at }: DecisionContext,
    intent: CaptureProposal,
    { meetingId, participantId }: Membership,
  ): Promise<ProposalView> {
    const texts = await this.entries.readTexts(
      tx,
      room,
      intent.sources.map(({ seq }) => seq),
    );
    const sources = intent.sources.map((marked) => fixSource(marked, texts.get(marked.seq)));
    const quoted = await this.entries.readEntries(
      tx,
      sources.flatMap(({ seq, textSeq }) => [
        { room, seq },
        { room, seq: textSeq },
      ]),
    );
    const entryAt = (seq: number): Entry => quoted.get(addressKey({ room, seq })) as Entry;
    const speakers = sources.flatMap(({ seq }) => speakerOf(entryAt(seq)) ?? []);
    const delegationOf = await this.delegations.of(tx, meetingId, speakers);

    const passages = intent.sources.map(({ words }) => words);
    const text = intent.text ?? textFrom(passages);
    if (text.length > LIMITS.proposalTextLength) throw new CaptureTooLong();
    return {
      id: newId(),
      number: await this.repository.nextNumber(tx, room),
      title: intent.title ?? titleFrom(passages.join(' ')),
      text,
      state: 'captured',
      focusArea: null,
      responsible: null,
      timeline: null,
      version: 1,
      capturedBy: participantId,
      capturedAt: at,
      sources: sources.map((source) => {
        const first = entryAt(source.seq);
        const delegation = delegationOf.get(speakerOf(first) ?? '') ?? null;
        return presentSource(source, delegation, { first, text: entryAt(source.textSeq), at: first.at });
      }),
      positions: [],
      decision: null,
    };
  }
}
