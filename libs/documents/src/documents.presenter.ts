import type { Audience, Entry } from '@roundtable/contracts';

/** Everybody admitted to the room sees the versions of its documents, as they see its proposals. */
export function presentDocuments(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}
