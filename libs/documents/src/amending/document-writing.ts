import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { encodeStateAsUpdate, encodeStateVector, type Doc } from 'yjs';
import type { DocumentKey } from '../document-key.js';
import { DocumentNotFound, DocumentTooLarge } from '../documents.errors.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DraftedProposals, type HeldProposal } from '../drafted-proposals.js';
import { DocumentDelivery } from '../following/document-delivery.js';
import { seedState } from '../text/seed-document.js';
import { HeldDocuments } from '../updates/held-documents.js';

/** A document that nobody else writes until the transaction ends. */
export interface LockedDocument {
  key: DocumentKey;
  head: number;
  proposal: HeldProposal;
  /** Read anew for this transaction. */
  doc: Doc;
}

/**
 * Writes documents from the server's side, in the transaction of somebody's act. Locks as every version does: the room, the
 * document, the proposal.
 */
@Injectable()
export class DocumentWriting {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly documents: HeldDocuments,
    private readonly proposals: DraftedProposals,
    private readonly delivery: DocumentDelivery,
  ) {}

  /** Whether anybody has opened the document; locked then. */
  async isThere(tx: EntityManager, key: DocumentKey): Promise<boolean> {
    return (await this.repository.lockHead(tx, key)) !== null;
  }

  /** Makes it of the proposal's text where nobody has opened it yet. @throws DocumentNotFound */
  async lock(tx: EntityManager, key: DocumentKey): Promise<LockedDocument> {
    const head = (await this.repository.lockHead(tx, key)) ?? (await this.create(tx, key));
    const proposal = await this.hold(tx, key);
    const { content: doc } = await this.documents.read(tx, key);
    return { key, head, proposal, doc };
  }

  /**
   * Writes in the name of a participant. What is returned takes the words to those who have the document open, and is to be
   * called after the commit.
   * @throws DocumentTooLarge
   */
  async write(
    tx: EntityManager,
    { key, head, doc }: LockedDocument,
    by: string,
    change: (doc: Doc) => void,
  ): Promise<() => void> {
    const { update, client } = updateOf(doc, change);
    demandFitting(doc);
    const seq = head + 1;
    await this.repository.append(tx, key, [{ seq, update, actor: by, clientId: newId(), claimed: [client] }]);
    return () => this.delivery.deliver(key, { after: head, head: seq, updates: [update] });
  }

  private async create(tx: EntityManager, key: DocumentKey): Promise<number> {
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
function updateOf(doc: Doc, change: (doc: Doc) => void): { update: Uint8Array; client: number } {
  const known = encodeStateVector(doc);
  let client = randomInt(2, 2 ** 31);
  while (doc.store.clients.has(client)) client = randomInt(2, 2 ** 31);
  doc.clientID = client;
  change(doc);
  return { update: encodeStateAsUpdate(doc, known), client };
}

function demandFitting(doc: Doc): void {
  const { length } = encodeStateAsUpdate(doc);
  if (length > LIMITS.documentBytes) throw new DocumentTooLarge(length);
}
