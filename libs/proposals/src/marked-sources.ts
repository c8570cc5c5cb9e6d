import { Injectable } from '@nestjs/common';
import type { Entry, MarkedWords, ProposalSourceView } from '@roundtable/contracts';
import type { DecisionContext } from '@roundtable/record';
import { presentSource, speakerOf } from './proposals.presenter.js';
import { fixSource } from './provenance.js';
import { addressKey, SourceEntriesRepository } from './source-entries.repository.js';
import { SpeakerDelegations } from './speaker-delegations.js';

/** Fixes where marked words come from: what was said, by whom and for whom, for good. */
@Injectable()
export class MarkedSources {
  constructor(
    private readonly entries: SourceEntriesRepository,
    private readonly delegations: SpeakerDelegations,
  ) {}

  /**
   * Runs under the room's lock: the words are the newest.
   * @throws SourceMissing, SourceWithdrawn or WordsMismatch
   */
  async fix(
    { tx, room }: DecisionContext,
    marks: readonly MarkedWords[],
    meeting: string,
  ): Promise<ProposalSourceView[]> {
    const texts = await this.entries.readTexts(
      tx,
      room,
      marks.map(({ seq }) => seq),
    );
    const sources = marks.map((marked) => fixSource(marked, texts.get(marked.seq)));
    const quoted = await this.entries.readEntries(
      tx,
      sources.flatMap(({ seq, textSeq }) => [
        { room, seq },
        { room, seq: textSeq },
      ]),
    );
    const entryAt = (seq: number): Entry => quoted.get(addressKey({ room, seq })) as Entry;
    const speakers = sources.flatMap(({ seq }) => speakerOf(entryAt(seq)) ?? []);
    const delegationOf = await this.delegations.of(tx, meeting, speakers);
    return sources.map((source) => {
      const first = entryAt(source.seq);
      const delegation = delegationOf.get(speakerOf(first) ?? '') ?? null;
      return presentSource(source, delegation, { first, text: entryAt(source.textSeq), at: first.at });
    });
  }
}
