import { mergeUpdates } from 'yjs';

/** Yjs looks at every update again for each piece that it takes, so that a thousand at once cost a thousand times a thousand. */
const AT_ONCE = 16;

/** Merges updates into one that brings the same. They are in the order in which they were written. */
export function mergeMany(updates: readonly Uint8Array[]): Uint8Array {
  let left = updates;
  while (left.length > AT_ONCE) {
    const groups: Uint8Array[] = [];
    for (let from = 0; from < left.length; from += AT_ONCE)
      groups.push(mergeUpdates(left.slice(from, from + AT_ONCE)));
    left = groups;
  }
  return mergeUpdates([...left]);
}
