import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { JsonLogger } from '@roundtable/platform';
import { keyOf, type DocumentKey } from '../document-key.js';
import { DocumentsRepository } from '../documents.repository.js';
import { HeldDocuments } from './held-documents.js';

/** So many updates may lie beside a document's state before they are folded into it. */
const MOST_UPDATES = 500;
const MOST_BYTES = 512 * 1024;

interface Loose {
  updates: number;
  bytes: number;
}

/**
 * Folds updates into the state of their document, so that opening it reads little. One transaction under the document's
 * lock: whoever is killed in it has folded nothing. Called in the document's lane.
 */
@Injectable()
export class Folding {
  /** By document: what was committed here since the last folding. */
  private readonly loose = new Map<string, Loose>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DocumentsRepository,
    private readonly documents: HeldDocuments,
    private readonly logger: JsonLogger,
  ) {}

  /** Never rejects: what is not folded now is folded later. */
  async foldIfDue(key: DocumentKey, { updates }: { updates: readonly Uint8Array[] }): Promise<void> {
    const { updates: count, bytes } = this.loose.get(keyOf(key)) ?? { updates: 0, bytes: 0 };
    const loose = {
      updates: count + updates.length,
      bytes: updates.reduce((sum, { length }) => sum + length, bytes),
    };
    this.loose.set(keyOf(key), loose);
    if (loose.updates < MOST_UPDATES && loose.bytes < MOST_BYTES) return;
    this.loose.delete(keyOf(key));
    await this.fold(key).catch((error: unknown) =>
      this.logger.logger.warn({ err: error, ...key }, 'updates not folded'),
    );
  }

  /** Makes the state what the document is now. */
  fold(key: DocumentKey): Promise<void> {
    return this.unitOfWork.inTransaction(async (tx) => {
      const head = await this.repository.lockHead(tx, key);
      if (head === null) return;
      const document = await this.documents.at(tx, key, head);
      await this.repository.fold(tx, key, { state: document.lackedBy(null), upTo: document.head });
    });
  }
}
