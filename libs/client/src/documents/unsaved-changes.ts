import type { ErrorCode } from '@roundtable/contracts';
import { diffUpdate } from 'yjs';
import { uuidV7 } from '../uuid-v7.js';
import { fromBase64, toBase64 } from './base64.js';
import type { DocumentScope, DocumentStore, UnsavedChange } from './document-store.js';
import { mergeMany } from './merge-many.js';
import { allWritten, writeInTurn } from './store-writes.js';
import { partsOf } from './update-parts.js';
import { wordsOfUpdates } from './words-of-updates.js';

/** A change on its way, made of one or more that waited. */
export interface SentChange {
  change: UnsavedChange;
  /** How many of the page's updates are in it. */
  parts: number;
}

/**
 * The changes of one page to one document that the server has not acknowledged. Those that wait while one is on its way are
 * merged when it is their turn; from then on that merged change is sent, again and again, under one clientId. What is too
 * long to be sent at once, such as a long text that comes back, is divided before it waits.
 */
export class UnsavedChanges {
  /** True while nothing that waits may be sent: then it was not taken either. */
  isShut = false;
  /** State vector of what the server had when the document was last opened. */
  taken: Uint8Array | null = null;
  private refused: readonly UnsavedChange[] = [];
  private wordsSetAside = '';
  private waiting: UnsavedChange[] = [];
  private sent: SentChange | null = null;
  private saving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: DocumentStore,
    private readonly scope: DocumentScope,
    private readonly now: () => number,
    /** Of one change, in base64. */
    private readonly largest: number,
  ) {}

  /** Updates of the page that are not acknowledged. */
  get count(): number {
    return this.waiting.length + (this.sent?.parts ?? 0);
  }

  /** What was written in changes that the server did not take, plain; empty where there is nothing. */
  get refusedWords(): string {
    const { taken, refused, unsent } = this;
    if (!this.isShut || unsent.length === 0) return this.wordsSetAside;
    const bytes = [...refused, ...unsent].map(({ update }) => fromBase64(update));
    return wordsOfUpdates(taken ? bytes.map((update) => diffUpdate(update, taken)) : bytes);
  }

  /** What lay on the device from before a reload, for the page to take in. They are sent before anything new. */
  async restore(): Promise<Uint8Array[]> {
    await allWritten(this.store);
    const kept = await this.store.load(this.scope).catch(() => []);
    const known = new Set(this.unsent.map(({ clientId }) => clientId));
    this.keepRefused(kept.filter(({ refused }) => refused !== undefined));
    const found = kept.filter(({ clientId, refused }) => !known.has(clientId) && refused === undefined);
    const arranged = this.arrange(found);
    this.waiting = [...arranged, ...this.waiting];
    return arranged.map(({ update }) => fromBase64(update));
  }

  add(update: Uint8Array): void {
    for (const part of this.isShort(update) ? [update] : partsOf(update, this.mostBytes)) {
      const change = this.newChange(part);
      this.waiting.push(change);
      this.save(() => this.store.put(change));
    }
  }

  /** The change to be sent now: the one on its way, or else what waits, merged. Null where nothing does. */
  next(): UnsavedChange | null {
    if (this.sent) return this.sent.change;
    const parts = this.takeWaiting();
    const [only] = parts;
    if (!only) return null;
    const change = parts.length === 1 ? only : this.merge(parts);
    this.sent = { change, parts: parts.length };
    return change;
  }

  /** The server has it. */
  acknowledge(): void {
    const { sent } = this;
    this.sent = null;
    if (sent) this.save(() => this.store.delete([sent.change]));
  }

  /** Sends it under another clientId: this one was used for something else. */
  rename(): void {
    const { sent } = this;
    if (!sent) return;
    const change = { ...sent.change, clientId: uuidV7(this.now()) };
    this.sent = { ...sent, change };
    this.save(async () => {
      await this.store.put(change);
      await this.store.delete([sent.change]);
    });
  }

  /** The server refuses it for what it is, and would again: it stays on the device, out of the way of the others. */
  setAside(refused: ErrorCode): void {
    const { sent } = this;
    this.sent = null;
    if (!sent) return;
    const change = { ...sent.change, refused };
    this.keepRefused([...this.refused, change]);
    this.save(async () => {
      await this.store.delete([sent.change]);
      await this.store.put(change);
    });
  }

  /** Whoever wrote what was not taken needs it no more. */
  forgetRefused(): void {
    const gone = [...this.refused, ...(this.isShut ? this.unsent : [])];
    this.keepRefused([]);
    if (this.isShut) [this.waiting, this.sent] = [[], null];
    this.save(() => this.store.delete(gone));
  }

  /** Forgets everything of the room, also on the device. */
  async erase(): Promise<void> {
    this.waiting = [];
    this.sent = null;
    this.keepRefused([]);
    await this.saving;
    await this.store.erase(this.scope).catch(() => undefined);
  }

  /** Resolves when what was added is on the device. */
  settled(): Promise<unknown> {
    return this.saving;
  }

  private keepRefused(changes: readonly UnsavedChange[]): void {
    this.refused = changes;
    this.wordsSetAside = wordsOfUpdates(changes.map(({ update }) => fromBase64(update)));
  }

  private get unsent(): UnsavedChange[] {
    return [...(this.sent ? [this.sent.change] : []), ...this.waiting];
  }

  private takeWaiting(): UnsavedChange[] {
    let size = 0;
    let count = 0;
    for (const { update } of this.waiting) {
      size += update.length;
      if (count > 0 && size > this.largest) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private merge(parts: readonly UnsavedChange[]): UnsavedChange {
    const merged = this.newChange(mergeMany(parts.map(({ update }) => fromBase64(update))));
    this.replace(parts, [merged]);
    return merged;
  }

  /** What was merged lies behind what it comes before, and what is too long to be sent may lie there from an older page. */
  private arrange(found: readonly UnsavedChange[]): readonly UnsavedChange[] {
    const updates = found.map(({ update }) => fromBase64(update));
    if (updates.length < 2 && updates.every((update) => this.isShort(update))) return found;
    const arranged = partsOf(mergeMany(updates), this.mostBytes).map((part) => this.newChange(part));
    this.replace(found, arranged);
    return arranged;
  }

  private replace(gone: readonly UnsavedChange[], changes: readonly UnsavedChange[]): void {
    this.save(async () => {
      for (const change of changes) await this.store.put(change);
      await this.store.delete(gone);
    });
  }

  private get mostBytes(): number {
    return Math.floor(this.largest / 4) * 3;
  }

  private isShort({ length }: Uint8Array): boolean {
    return length <= this.mostBytes;
  }

  private newChange(update: Uint8Array): UnsavedChange {
    return { ...this.scope, clientId: uuidV7(this.now()), update: toBase64(update) };
  }

  private save(write: () => Promise<void>): void {
    this.saving = writeInTurn(this.store, write);
  }
}
