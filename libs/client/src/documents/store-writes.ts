import type { DocumentStore } from './document-store.js';

/** By store: the last write that was asked for. */
const lastWrites = new WeakMap<DocumentStore, Promise<unknown>>();

/**
 * Writes to the device, one after another, whichever document asks. A device that cannot store (private window, no space
 * left) still sends, so no failure is told.
 */
export function writeInTurn(store: DocumentStore, write: () => Promise<void>): Promise<unknown> {
  const turn = allWritten(store)
    .then(write)
    .catch(() => undefined);
  lastWrites.set(store, turn);
  return turn;
}

/** Resolves when what was asked for so far is on the device, also by a document that was closed just now. */
export function allWritten(store: DocumentStore): Promise<unknown> {
  return lastWrites.get(store) ?? Promise.resolve();
}
