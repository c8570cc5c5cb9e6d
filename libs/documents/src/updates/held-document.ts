import { DOCUMENT_COMMENTS, LIMITS } from '@roundtable/contracts';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, getItem, getState, type ID } from 'yjs';
import { DocumentTooLarge, UpdateForged, UpdateMalformed } from '../documents.errors.js';
import type { Ground } from './ground.js';
import { checkUpdate, type KnownClocks } from './update-check.js';

/** The client id under which the server itself wrote the text that a document begins with. */
export const SEED_CLIENT = 1;

/** An update that somebody wants to make. */
export interface Attempt {
  update: Uint8Array;
  /** Participant. */
  actor: string;
}

/** Says that a document in memory holds what was refused, so it must be read anew. Carries the refusal. */
export class Spoiled extends Error {
  constructor(readonly refusal: unknown) {
    super('The document in memory is to be read anew.');
  }
}

/**
 * A document in memory, as it stands after update `head`. Takes in what is committed, and tries what somebody wants to
 * write before it is.
 */
export class HeldDocument {
  head = 0;
  usedAt = 0;
  /** When words were last taken in from the disk, in ms since 1970. */
  sharedAt = 0;
  /** Who was found to be a writer lately; null where that was not asked. */
  ground: Ground | null = null;
  /** By Yjs client id: the participant in whose name it writes. */
  readonly authors = new Map<number, string>();
  private readonly doc = new Doc();
  private readonly clocks: KnownClocks = { get: (client) => getState(this.doc.store, client) };
  private readonly comments = this.doc.getMap(DOCUMENT_COMMENTS);
  /** About how large the document is; never less than it is. */
  private bytes = 0;

  /** Takes in what is on the disk. */
  take(update: Uint8Array, head: number): void {
    applyUpdate(this.doc, update);
    this.bytes += update.length;
    this.head = head;
  }

  /**
   * Takes in what somebody writes, and answers the Yjs client ids that write in their name from now on.
   * @throws UpdateMalformed, UpdateBehind or UpdateForged; nothing has changed then
   * @throws Spoiled where only taking it in showed that it is to be refused
   */
  attempt({ update, actor }: Attempt): number[] {
    const { clients, values } = checkUpdate(update, this.clocks);
    const claimed = clients.filter((client) => !this.authors.has(client));
    for (const client of clients)
      if (client === SEED_CLIENT || (this.authors.get(client) ?? actor) !== actor)
        throw new UpdateForged(client);
    try {
      applyUpdate(this.doc, update);
    } catch {
      throw new Spoiled(new UpdateMalformed('it contradicts itself'));
    }
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs)
      throw new Spoiled(new UpdateMalformed('it leaves something open'));
    for (const { id, value } of values)
      if (!this.isOwnWord(id, value, actor)) throw new Spoiled(new UpdateForged(id.client));
    this.demandSize(update.length);
    for (const client of claimed) this.authors.set(client, actor);
    return claimed;
  }

  /** What a reader lacks who has `known`, a state vector. */
  lackedBy(known: Uint8Array | null): Uint8Array {
    return encodeStateAsUpdate(this.doc, known ?? undefined);
  }

  stateVector(): Uint8Array {
    return encodeStateVector(this.doc);
  }

  /** The document, for reading only. */
  get content(): Doc {
    return this.doc;
  }

  /** Comments carry their author's name in their words; nobody writes or resolves one as somebody else. */
  private isOwnWord(id: ID, value: unknown, actor: string): boolean {
    const { parent } = getItem(this.doc.store, id);
    if (parent !== this.comments) return true;
    const { author, by } = (typeof value === 'object' && value !== null ? value : {}) as Record<
      string,
      unknown
    >;
    return [author, by].every((name) => name === undefined || name === actor);
  }

  private demandSize(added: number): void {
    this.bytes += added;
    if (this.bytes <= LIMITS.documentBytes) return;
    this.bytes = encodeStateAsUpdate(this.doc).length;
    if (this.bytes > LIMITS.documentBytes) throw new Spoiled(new DocumentTooLarge(this.bytes));
  }
}
