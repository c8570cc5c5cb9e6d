import type { DiffPart } from '@roundtable/contracts';

/** A part of a comparison as it is shown; of long stretches that are the same only the edges are. */
export type ShownPart = DiffPart | { kind: 'skipped'; count: number };

/** Words kept on each side of a change, so that one sees where it is. */
const EDGE = 12;
/** A stretch only a little longer is shown whole. */
const SHORTEST_SKIPPED = 20;

export function countChanges(parts: readonly DiffPart[]): { added: number; removed: number } {
  const count = (kind: DiffPart['kind']) => parts.filter((part) => part.kind === kind).length;
  return { added: count('added'), removed: count('removed') };
}

/** Leaves out what is far from any change. */
export function shortened(parts: readonly DiffPart[]): ShownPart[] {
  return parts.flatMap((part, index): ShownPart[] => {
    if (part.kind !== 'same') return [part];
    const words = part.words.match(/\s*\S+\s*/g) ?? [part.words];
    const before = index === 0 ? 0 : EDGE;
    const after = index === parts.length - 1 ? 0 : EDGE;
    const count = words.length - before - after;
    if (count < SHORTEST_SKIPPED) return [part];
    const start = words.slice(0, before).join('');
    const end = words.slice(words.length - after).join('');
    return [
      ...(before > 0 ? [{ kind: 'same' as const, words: start }] : []),
      { kind: 'skipped' as const, count },
      ...(after > 0 ? [{ kind: 'same' as const, words: end }] : []),
    ];
  });
}
