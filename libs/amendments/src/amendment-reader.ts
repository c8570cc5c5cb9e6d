import { Injectable } from '@nestjs/common';
import {
  findConflicts,
  isWithheld,
  type AmendmentList,
  type AmendmentStep,
  type AmendmentView,
  type Audience,
  type ConsolidatedText,
  type RebaseOffer,
  type VersionParagraphs,
} from '@roundtable/contracts';
import { addressKey, SourceEntriesRepository } from '@roundtable/proposals';
import { EntryPresenter, RecordReader } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { AmendedTexts } from './amended-texts.js';
import { presentStep } from './amendment-step.presenter.js';
import { AmendmentMissing } from './amendments.errors.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { consolidate } from './text/consolidate.js';
import { offerRebase } from './text/rebase-offer.js';

/** A proposal of a room. */
export interface AmendedKey {
  room: string;
  proposal: string;
}

/** Reads amendments with what they stand on, each answer of one moment. */
@Injectable()
export class AmendmentReader {
  constructor(
    private readonly record: RecordReader,
    private readonly amendments: AmendmentsRepository,
    private readonly texts: AmendedTexts,
    private readonly entries: SourceEntriesRepository,
    private readonly presenter: EntryPresenter,
  ) {}

  /** @throws AmendedProposalMissing */
  list({ room, proposal: id }: AmendedKey): Promise<AmendmentList> {
    return this.record.atOneMoment(async (tx) => {
      const { version: newest } = await this.newest(tx, { room, proposal: id });
      const amendments = await this.amendments.load(tx, room, id);
      const stop = await this.amendments.stopOf(tx, room, id);
      return { newest, amendments, conflicts: findConflicts(amendments), stop };
    });
  }

  /** @throws AmendedProposalMissing or AmendedVersionMissing */
  paragraphs(key: AmendedKey, version: number | null): Promise<VersionParagraphs> {
    return this.record.atOneMoment(async (tx) => {
      const newest = await this.newest(tx, key);
      const { room, proposal } = key;
      const isNewest = version === null || version === newest.version;
      const read = isNewest ? newest : await this.texts.at(tx, room, { proposal, version });
      const paragraphs = read.paragraphs.map((text, index) => ({ number: index + 1, text }));
      const { version: number, sha256 } = read;
      return { version: number, newest: newest.version, sha256, paragraphs };
    });
  }

  /** @throws AmendedProposalMissing */
  consolidated(key: AmendedKey, also: readonly string[]): Promise<ConsolidatedText> {
    return this.record.atOneMoment(async (tx) => {
      const newest = await this.newest(tx, key);
      return consolidate(newest, await this.amendments.load(tx, key.room, key.proposal), also);
    });
  }

  /** @throws AmendedProposalMissing or AmendmentMissing */
  offer(key: AmendedKey, id: string): Promise<RebaseOffer> {
    return this.record.atOneMoment(async (tx) => {
      const newest = await this.newest(tx, key);
      const amendment = await this.demand(tx, key, id);
      return offerRebase(amendment, await this.texts.around(tx, key.room, amendment), newest);
    });
  }

  /** @throws AmendmentMissing */
  steps(key: AmendedKey, id: string, audience: Audience): Promise<AmendmentStep[]> {
    return this.record.atOneMoment(async (tx) => {
      const amendment = await this.demand(tx, key, id);
      const seqs = await this.amendments.stepsOf(tx, key.room, id);
      const addresses = seqs.map((seq) => ({ room: key.room, seq }));
      const found = await this.entries.readEntries(tx, addresses);
      return addresses.flatMap((address): AmendmentStep[] => {
        const entry = found.get(addressKey(address));
        const visible = entry && this.presenter.present(entry, audience);
        return visible && !isWithheld(visible) ? presentStep(visible, amendment.id) : [];
      });
    });
  }

  private async newest(tx: EntityManager, { room, proposal }: AmendedKey) {
    return this.texts.newest(tx, room, await this.texts.proposal(tx, room, proposal));
  }

  private async demand(
    tx: EntityManager,
    { room, proposal }: AmendedKey,
    id: string,
  ): Promise<AmendmentView> {
    const amendment = await this.amendments.find(tx, room, id);
    if (amendment?.proposal !== proposal) throw new AmendmentMissing(id);
    return amendment;
  }
}
