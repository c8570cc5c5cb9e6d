import { Injectable } from '@nestjs/common';
import { LIMITS, type DocumentVersionView, type VersionDocument } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';
import { createHash } from 'node:crypto';
import type { DocumentKey } from '../document-key.js';
import { DocumentNotFound, VersionTooLong, VersionUnchanged } from '../documents.errors.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DraftedProposals } from '../drafted-proposals.js';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { HeldDocuments } from '../updates/held-documents.js';
import { VersionsRepository } from './versions.repository.js';

/** Fixes the text of a document as it is now, on the record, and makes it the proposal's. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly record: RecordService,
    private readonly documents: HeldDocuments,
    private readonly repository: DocumentsRepository,
    private readonly versions: VersionsRepository,
    private readonly proposals: DraftedProposals,
  ) {}

  /** @throws DocumentNotFound, VersionTooLong, VersionUnchanged, or what the proposal's state refuses with */
  save(caller: Member, intent: VersionDocument): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'documents.write',
      clientId: intent.clientId,
      intent: 'documents.version',
      payload: intent,
      decide: (context) => this.decide(context, caller, intent),
    });
  }

  /** Under the room's lock, which a change of the proposal's state takes too, and then the document's. */
  private async decide(context: DecisionContext, caller: Member, intent: VersionDocument): Promise<Draft[]> {
    const { tx, room, at } = context;
    const key: DocumentKey = { room, proposal: intent.proposal };
    const head = await this.repository.lockHead(tx, key);
    const proposal = await this.proposals.hold(tx, room, key.proposal);
    if (head === null || !proposal) throw new DocumentNotFound(key.proposal);
    const membership = context.membership ?? caller.membership;
    const refusal = await proposal.refusalFor(membership);
    if (refusal) throw refusal;
    const text = renderMarkdown((await this.documents.read(tx, key)).content);
    if (text.length > LIMITS.documentTextLength) throw new VersionTooLong(text.length);
    const version = await this.describe(context, key, text, {
      by: membership.participantId,
      at,
      note: intent.note,
    });
    await this.versions.keepText(tx, room, version.sha256, text);
    const rewritten = version.isInProposal ? await this.proposals.rewrite(tx, room, key.proposal, text) : [];
    return [{ type: 'documents.versioned', data: { version } }, ...rewritten];
  }

  private async describe(
    { tx }: DecisionContext,
    key: DocumentKey,
    text: string,
    { by, at, note = null }: { by: string; at: string; note?: string | null },
  ): Promise<DocumentVersionView> {
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    const last = await this.versions.last(tx, key);
    if (last?.sha256 === sha256) throw new VersionUnchanged(last.version);
    return {
      proposal: key.proposal,
      version: (last?.version ?? 0) + 1,
      sha256,
      length: text.length,
      by,
      at,
      note,
      isInProposal: text !== '' && text.length <= LIMITS.proposalTextLength,
    };
  }
}
