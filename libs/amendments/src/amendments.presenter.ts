import type { Audience, Entry } from '@roundtable/contracts';

/** Everybody admitted to the room sees the amendments on its proposals, as they see those; the public does not. */
export function presentAmendments(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}
