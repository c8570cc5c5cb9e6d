import { Injectable } from '@nestjs/common';
import { LIMITS, type DocumentVersionView } from '@roundtable/contracts';
import type { DecisionContext, Draft } from '@roundtable/record';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DocumentKey } from '../document-key.js';
import { VersionTooLong, VersionUnchanged } from '../documents.errors.js';
import { DraftedProposals } from '../drafted-proposals.js';
import type { FixedText } from './version-follower.js';
import { VersionsRepository } from './versions.repository.js';

/** What is fixed, and by whom. */
export interface TextToFix {
  text: string;
  by: string;
  note: string | null;
}

/** A version that is about to be recorded, with the facts that make it one. */
export interface FixedDraft {
  before: FixedText | null;
  after: FixedText;
  drafts: Draft[];
}

/** Drafts the facts that make a text the next version of a document, and the proposal's. */
@Injectable()
export class VersionFixing {
  constructor(
    private readonly versions: VersionsRepository,
    private readonly proposals: DraftedProposals,
  ) {}

  /** Under the locks of the room and the document. @throws VersionTooLong or VersionUnchanged */
  async fix(context: DecisionContext, key: DocumentKey, fixed: TextToFix): Promise<FixedDraft> {
    const { drafts, isInProposal, ...texts } = await this.fixAlone(context, key, fixed);
    const rewritten = isInProposal
      ? await this.proposals.rewrite(context.tx, key.room, key.proposal, fixed.text)
      : [];
    return { ...texts, drafts: [...drafts, ...rewritten] };
  }

  /** The same where it is the caller's own fact that gives the proposal this text. */
  async fixAlone(
    { tx, at }: DecisionContext,
    key: DocumentKey,
    fixed: TextToFix,
  ): Promise<FixedDraft & { isInProposal: boolean }> {
    const { text } = fixed;
    if (text.length > LIMITS.documentTextLength) throw new VersionTooLong(text.length);
    const last = await this.versions.last(tx, key);
    const version = describe(key, fixed, { last, at });
    if (last?.sha256 === version.sha256) throw new VersionUnchanged(last.version);
    await this.versions.keepText(tx, key.room, version.sha256, text);
    return {
      before: last && (await this.readText(tx, key, last.version)),
      after: { version: version.version, text },
      isInProposal: version.isInProposal,
      drafts: [{ type: 'documents.versioned', data: { version } }],
    };
  }

  /** Null where an import did not bring it along. */
  private async readText(tx: EntityManager, key: DocumentKey, version: number): Promise<FixedText | null> {
    const { text = null } = (await this.versions.find(tx, key, version)) ?? {};
    return text === null ? null : { version, text };
  }
}

function describe(
  { proposal }: DocumentKey,
  { text, by, note }: TextToFix,
  { last, at }: { last: DocumentVersionView | null; at: string },
): DocumentVersionView {
  return {
    proposal,
    version: (last?.version ?? 0) + 1,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    length: text.length,
    by,
    at,
    note,
    isInProposal: text !== '' && text.length <= LIMITS.proposalTextLength,
  };
}
