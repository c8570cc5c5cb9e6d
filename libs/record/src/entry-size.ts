import type { VisibleEntry } from '@roundtable/contracts';

/** What a value costs beside its texts. */
const FRAME_BYTES = 16;
const ENTRY_BYTES = 200;

/** Roughly how many bytes an entry takes in memory and on the wire. Cheap, and never far below the truth for long words. */
export function entrySize(entry: VisibleEntry): number {
  return ENTRY_BYTES + ('withheld' in entry ? 0 : sizeOf(entry.data));
}

/** The newest entries that fit together, or the oldest; at least one. */
export function fittingEntries(
  entries: readonly VisibleEntry[],
  mostBytes: number,
  keep: 'oldest' | 'newest',
): VisibleEntry[] {
  const inOrder = keep === 'oldest' ? entries : [...entries].reverse();
  let bytes = 0;
  const beyond = inOrder.findIndex((entry, index) => (bytes += entrySize(entry)) > mostBytes && index > 0);
  const kept = beyond < 0 ? [...inOrder] : inOrder.slice(0, beyond);
  return keep === 'oldest' ? kept : kept.reverse();
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return FRAME_BYTES + 2 * value.length;
  if (typeof value !== 'object' || value === null) return FRAME_BYTES;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), FRAME_BYTES);
}
