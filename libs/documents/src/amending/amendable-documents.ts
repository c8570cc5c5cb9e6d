import { Injectable } from '@nestjs/common';
import { LIMITS, type Membership } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import type { DecisionContext, Draft } from '@roundtable/record';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { encodeStateAsUpdate, encodeStateVector, type Doc } from 'yjs';
import type { DocumentKey } from '../document-key.js';
import { DocumentNotFound, DocumentTooLarge } from '../documents.errors.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DraftedProposals, type HeldProposal } from '../drafted-proposals.js';
import { DocumentDelivery } from '../following/document-delivery.js';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { seedState } from '../text/seed-document.js';
import { HeldDocuments } from '../updates/held-documents.js';
import { VersionFixing } from '../versions/version-fixing.js';
import type { FixedText } from '../versions/version-follower.js';
import { changeParagraphs, type ParagraphChange } from './change-paragraphs.js';

/** A change of a document in the name of somebody, decided when its text is known. */
export interface AmendedDocument {
  proposal: string;
  membership: Membership;
  note: string | null;
  /** Gets the text as it is now, what others typed since the last version included. @throws DomainError to refuse */
  decide(live: string): readonly ParagraphChange[];
}

/** What became of it. */
export interface FixedAmendment {
  /** The text right before. */
  live: string;
  after: FixedText;
  drafts: Draft[];
  /** Takes the change to those who have the document open; to be called after the commit. */
  deliver: () => void;
}

/**
 * Changes documents from the server's side: paragraphs are rewritten and the result is fixed as a version, in the transaction
 * of the caller's act. Locks as every version does: the room, the document, the proposal.
 */
@Injectable()
export class AmendableDocuments {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly documents: HeldDocuments,
    private readonly proposals: DraftedProposals,
    private readonly fixing: VersionFixing,
    private readonly delivery: DocumentDelivery,
  ) {}

  /** @throws DocumentNotFound, DocumentTooLarge, VersionTooLong, VersionUnchanged, or what the proposal's state refuses with */
  async change(context: DecisionContext, change: AmendedDocument): Promise<FixedAmendment> {
    const { tx, room } = context;
    const key = { room, proposal: change.proposal };
    const head = await this.lock(tx, key);
    const proposal = await this.hold(tx, key);
    const refusal = await proposal.refusalFor(change.membership);
    if (refusal) throw refusal;
    const { content: doc } = await this.documents.read(tx, key);
    const live = renderMarkdown(doc);
    const { update, client } = write(doc, change.decide(live));
    demandFitting(doc);
    const by = change.membership.participantId;
    const seq = head + 1;
    await this.repository.append(tx, key, [{ seq, update, actor: by, clientId: newId(), claimed: [client] }]);
    const text = renderMarkdown(doc);
    const { after, drafts } = await this.fixing.fix(context, key, { text, by, note: change.note });
    return {
      live,
      after,
      drafts,
      deliver: () => this.delivery.deliver(key, { after: head, head: seq, updates: [update] }),
    };
  }

  /** Fixes a text as the first version, where there is none. The document that people write in stays as it is. */
  fixFirst(
    context: DecisionContext,
    { proposal, text, by }: { proposal: string; text: string; by: string },
  ): Promise<{ after: FixedText; drafts: Draft[] }> {
    return this.fixing.fix(context, { room: context.room, proposal }, { text, by, note: null });
  }

  /** Nobody may have opened the document yet: then it begins with the proposal's text. */
  private async lock(tx: EntityManager, key: DocumentKey): Promise<number> {
    const head = await this.repository.lockHead(tx, key);
    if (head !== null) return head;
    const proposal = await this.hold(tx, key);
    await this.repository.create(tx, key, seedState(await proposal.text()));
    return (await this.repository.lockHead(tx, key)) ?? 0;
  }

  private async hold(tx: EntityManager, { room, proposal }: DocumentKey): Promise<HeldProposal> {
    const held = await this.proposals.hold(tx, room, proposal);
    if (!held) throw new DocumentNotFound(proposal);
    return held;
  }
}

/** Under a number of its own, which nobody in the document has: it writes in the name of who acts. */
function write(doc: Doc, changes: readonly ParagraphChange[]): { update: Uint8Array; client: number } {
  const known = encodeStateVector(doc);
  let client = randomInt(2, 2 ** 31);
  while (doc.store.clients.has(client)) client = randomInt(2, 2 ** 31);
  doc.clientID = client;
  changeParagraphs(doc, changes);
  return { update: encodeStateAsUpdate(doc, known), client };
}

function demandFitting(doc: Doc): void {
  const { length } = encodeStateAsUpdate(doc);
  if (length > LIMITS.documentBytes) throw new DocumentTooLarge(length);
}
