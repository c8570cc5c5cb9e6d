import type { Audience, Entry } from '@roundtable/contracts';

/** Everybody admitted to the room sees what became of its proposals; the public sees what is released, which is not here. */
export function presentFollowUp(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}
