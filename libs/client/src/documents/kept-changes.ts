import type { DocumentGround } from './document-session.js';
import { allWritten } from './store-writes.js';

/**
 * Says whether changes to a document lie on this device that the server has not taken. It carries no Yjs, so that a page can
 * ask before it opens the document to read them: `DocumentSession.refusedWords`.
 */
export async function hasKeptChanges(
  { store, room, self }: Pick<DocumentGround, 'store' | 'room' | 'self'>,
  proposal: string,
): Promise<boolean> {
  await allWritten(store);
  const kept = await store.load({ person: self, room, proposal }).catch(() => []);
  return kept.length > 0;
}
