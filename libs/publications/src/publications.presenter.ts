import type { Audience, Entry } from '@roundtable/contracts';

/** Everybody admitted to the room sees its outcome; the public sees what is released, which is not here. */
export function presentPublications(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}
