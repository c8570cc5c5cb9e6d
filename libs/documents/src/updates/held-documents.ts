import { Injectable } from '@nestjs/common';
import { Clock } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { keyOf, type DocumentKey } from '../document-key.js';
import { DocumentNotFound } from '../documents.errors.js';
import { DocumentsRepository } from '../documents.repository.js';
import { HeldDocument } from './held-document.js';

/** A document nobody has touched for so long is let go of; it is read again when it is needed. */
const KEPT_MS = 60_000;
/** Another node may fold updates into the state between two statements; it does not do so twice in a row. */
const MOST_READINGS = 5;

/**
 * Keeps the documents in memory that are being written here. Everything here is called in the document's lane, so that
 * nobody sees a document in the middle of a commit.
 */
@Injectable()
export class HeldDocuments {
  private readonly held = new Map<string, HeldDocument>();

  constructor(
    private readonly repository: DocumentsRepository,
    private readonly clock: Clock,
  ) {}

  /** The document as it stands after update `head`, or a later one that is committed. @throws DocumentNotFound */
  async at(manager: EntityManager, key: DocumentKey, head: number): Promise<HeldDocument> {
    const known = this.held.get(keyOf(key));
    const headBefore = known?.head;
    const isOn = known !== undefined && known.head <= head && (await this.catchUp(manager, key, known, head));
    const document = isOn ? known : await this.read(manager, key);
    const now = this.clock.now().getTime();
    document.usedAt = now;
    if (document !== known || known.head !== headBefore) document.sharedAt = now;
    this.held.set(keyOf(key), document);
    return document;
  }

  /** The document as it was last seen here; null where it is not held. */
  inMemory(key: DocumentKey): HeldDocument | null {
    return this.held.get(keyOf(key)) ?? null;
  }

  /** Forgets a document that may hold what is not on the disk. */
  drop(key: DocumentKey): void {
    this.held.delete(keyOf(key));
  }

  /** Forgets what nobody uses. */
  prune(): void {
    const oldest = this.clock.now().getTime() - KEPT_MS;
    for (const [key, { usedAt }] of this.held) if (usedAt < oldest) this.held.delete(key);
  }

  /** False where some of what is missing was folded. */
  private async catchUp(
    manager: EntityManager,
    key: DocumentKey,
    document: HeldDocument,
    head: number,
  ): Promise<boolean> {
    const { head: after } = document;
    if (after === head) return true;
    const updates = await this.repository.readUpdates(manager, key, { after, upTo: head });
    if (updates.length < head - after) return false;
    for (const { seq, update } of updates) document.take(update, seq);
    await this.readAuthors(manager, key, document);
    return true;
  }

  /** The document as it is stored, read anew and kept by nobody. @throws DocumentNotFound */
  async read(manager: EntityManager, key: DocumentKey): Promise<HeldDocument> {
    for (let reading = 1; ; reading += 1) {
      const stored = await this.repository.readDocument(manager, key);
      if (!stored) throw new DocumentNotFound(key.proposal);
      const { state, folded, head } = stored;
      const updates = await this.repository.readUpdates(manager, key, { after: folded, upTo: head });
      if (updates.length < head - folded && reading < MOST_READINGS) continue;
      if (updates.length < head - folded) throw new Error('The updates of a document are not complete.');
      const document = new HeldDocument();
      document.take(state, folded);
      for (const { seq, update } of updates) document.take(update, seq);
      await this.readAuthors(manager, key, document);
      return document;
    }
  }

  private async readAuthors(
    manager: EntityManager,
    key: DocumentKey,
    { authors }: HeldDocument,
  ): Promise<void> {
    for (const [client, actor] of await this.repository.readAuthors(manager, key)) authors.set(client, actor);
  }
}
