import type { Audience, Entry, MessageVersion } from '@roundtable/contracts';

/** Everybody admitted to the room sees all of its discussion; the public sees nothing of it. */
export function presentDiscussion(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}

/** The texts that a message had, oldest first, from the entries that hold them. */
export function presentVersions(entries: Entry[]): MessageVersion[] {
  return entries.flatMap((entry) => {
    const { seq, at } = entry;
    if (entry.type === 'discussion.posted' || entry.type === 'discussion.stated')
      return [{ seq, at, version: 1, body: entry.data.body }];
    if (entry.type === 'discussion.edited')
      return [{ seq, at, version: entry.data.version, body: entry.data.body }];
    return [];
  });
}
