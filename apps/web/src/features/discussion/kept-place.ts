import type { Row } from './record-rows.js';

/** A row that was in sight, by place and key. */
export interface Anchor {
  index: number;
  key: string;
  length: number;
}

/** Remembers the first entry at or after a place: titles, days and gaps come and go. */
export function anchorAt(rows: readonly Row[], index: number): Anchor | null {
  for (let at = Math.max(0, index); at < rows.length; at++) {
    const row = rows[at];
    if (row && (row.kind === 'message' || row.kind === 'event' || row.kind === 'pending'))
      return { index: at, key: row.key, length: rows.length };
  }
  return null;
}

/**
 * Says how the list must hold its place after a change: `start` where what came is below the anchor, `end` where it is
 * above.
 */
export function keptPlace(rows: readonly Row[], anchor: Anchor | null): 'start' | 'end' {
  if (!anchor || rows[anchor.index]?.key === anchor.key) return 'start';
  const fromEnd = anchor.length - anchor.index;
  return rows[rows.length - fromEnd]?.key === anchor.key ? 'end' : 'start';
}
