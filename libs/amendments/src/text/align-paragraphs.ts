import { shortestEdit } from '@roundtable/contracts';

/** What became of a paragraph in a newer text. */
export interface Fate {
  verdict: 'unchanged' | 'moved' | 'changed' | 'gone';
  /** Its number in the newer text; null where it is gone. */
  to: number | null;
}

/** Two paragraphs that share fewer of their words are two paragraphs, not one that was changed. */
const LEAST_SIMILAR = 0.4;

/**
 * Says for each paragraph of a text what became of it in a newer one: those that read the same in the same order (longest
 * common subsequence), then those that read the same elsewhere, then by their words those that were changed. Each
 * paragraph of the newer text is one of the older at most.
 */
export function alignParagraphs(before: readonly string[], after: readonly string[]): Fate[] {
  const fates: (Fate | null)[] = before.map(() => null);
  const taken = new Set<number>();
  const settle = (from: number, to: number, verdict: Fate['verdict']): void => {
    fates[from] = { verdict, to: to + 1 };
    taken.add(to);
  };
  let [x, y] = [0, 0];
  for (const { kind, length } of shortestEdit(before, after)) {
    if (kind === 'same') for (let step = 0; step < length; step += 1) settle(x + step, y + step, 'unchanged');
    if (kind !== 'added') x += length;
    if (kind !== 'removed') y += length;
  }
  for (const [from, text] of before.entries()) {
    const to = fates[from] ? -1 : after.findIndex((other, index) => other === text && !taken.has(index));
    if (to >= 0) settle(from, to, 'moved');
  }
  for (const { from, to } of pairAlike(before, after, { isOpen: (at) => fates[at] === null, taken }))
    if (fates[from] === null && !taken.has(to)) settle(from, to, 'changed');
  return fates.map((fate) => fate ?? { verdict: 'gone', to: null });
}

/** The most alike first; among equals those that moved least. */
function pairAlike(
  before: readonly string[],
  after: readonly string[],
  { isOpen, taken }: { isOpen: (at: number) => boolean; taken: ReadonlySet<number> },
): { from: number; to: number }[] {
  const older = before.flatMap((text, at) => (isOpen(at) ? [{ at, words: countWords(text) }] : []));
  const newer = after.flatMap((text, at) => (taken.has(at) ? [] : [{ at, words: countWords(text) }]));
  return older
    .flatMap(({ at: from, words }) =>
      newer.map(({ at: to, words: others }) => ({ from, to, alike: similarity(words, others) })),
    )
    .filter(({ alike }) => alike >= LEAST_SIMILAR)
    .sort(
      (a, b) => b.alike - a.alike || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from,
    );
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Dice's coefficient over words, from 0 to 1. */
function similarity(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0);
  const all = size(one) + size(other);
  return all === 0 ? 0 : (2 * shared) / all;
}
