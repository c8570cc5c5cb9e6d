import { Injectable } from '@nestjs/common';
import type { AmendmentView, ProposalView } from '@roundtable/contracts';
import { settleMarkdown, splitParagraphs, VersionsRepository } from '@roundtable/documents';
import { ProposalReader } from '@roundtable/proposals';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  AmendedProposalMissing,
  AmendedVersionMissing,
  TextNotNamed,
  TextNotSame,
  VersionNotNewest,
} from './amendments.errors.js';

/** A version of a proposal's text; 0 where none was fixed yet and it is the proposal's own. */
export interface AmendedText {
  version: number;
  text: string;
  /** Of the text, hex. */
  sha256: string;
  paragraphs: string[];
}

/** Reads the texts that amendments are made on. */
@Injectable()
export class AmendedTexts {
  constructor(
    private readonly proposals: ProposalReader,
    private readonly versions: VersionsRepository,
  ) {}

  /** A fact is read by every audience and presented to each; it is made from what staff may see. @throws AmendedProposalMissing */
  async proposal(tx: EntityManager, room: string, id: string): Promise<ProposalView> {
    const proposal = await this.proposals.readOne(tx, room, { id }, 'staff');
    if (!proposal) throw new AmendedProposalMissing(id);
    return proposal;
  }

  async newest(tx: EntityManager, room: string, proposal: ProposalView): Promise<AmendedText> {
    const last = await this.versions.last(tx, { room, proposal: proposal.id });
    if (!last) return textOf(0, settleMarkdown(proposal.text));
    // An import brings the newest text along as the proposal's.
    const stored = await this.read(tx, room, { proposal: proposal.id, version: last.version });
    return textOf(last.version, stored ?? proposal.text);
  }

  /** @throws VersionNotNewest with the newest, where `version` is another */
  async demandNewest(
    tx: EntityManager,
    room: string,
    { proposal, version }: { proposal: ProposalView; version: number },
  ): Promise<AmendedText> {
    const newest = await this.newest(tx, room, proposal);
    if (newest.version !== version) throw new VersionNotNewest(version, newest.version);
    return newest;
  }

  /**
   * The newest text, where it is the one that was read. Before the first version only its hash tells that.
   * @throws VersionNotNewest, TextNotNamed or TextNotSame
   */
  async demandRead(
    tx: EntityManager,
    room: string,
    { proposal, version, sha256 }: { proposal: ProposalView; version: number; sha256: string | null },
  ): Promise<AmendedText> {
    const newest = await this.demandNewest(tx, room, { proposal, version });
    if (sha256 === null && newest.version === 0) throw new TextNotNamed();
    if (sha256 !== null && sha256 !== newest.sha256) throw new TextNotSame(newest.version, newest.sha256);
    return newest;
  }

  /** What is known of the version an amendment stands on: at least its own paragraph, where an import left the text out. */
  async around(tx: EntityManager, room: string, amendment: AmendmentView): Promise<string[]> {
    const { proposal, version, paragraph, was } = amendment;
    const text = await this.read(tx, room, { proposal, version });
    if (text !== null) return splitParagraphs(text);
    return was === null ? [] : [...Array<string>(paragraph - 1).fill(''), was];
  }

  /** @throws AmendedVersionMissing */
  async at(
    tx: EntityManager,
    room: string,
    { proposal, version }: { proposal: string; version: number },
  ): Promise<AmendedText> {
    const text = await this.read(tx, room, { proposal, version });
    if (text === null) throw new AmendedVersionMissing(version);
    return textOf(version, text);
  }

  private async read(
    tx: EntityManager,
    room: string,
    { proposal, version }: { proposal: string; version: number },
  ): Promise<string | null> {
    return (await this.versions.find(tx, { room, proposal }, version))?.text ?? null;
  }
}

function textOf(version: number, text: string): AmendedText {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return { version, text, sha256, paragraphs: splitParagraphs(text) };
}
