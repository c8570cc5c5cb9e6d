import { shortestEdit } from '@roundtable/contracts';

/** What became of a paragraph in a newer text. */
export interface Fate {
  verdict: 'unchanged' | 'moved' | 'changed' | 'gone';
  /** Its number in the newer text; null where it is gone. */
  to: number | null;
}

/** Two paragraphs that share fewer of their words are two paragraphs, not one that was changed. */
const LEAST_SIMILAR = 0.4;
/** About so many pairs are compared by their words: it is done under the room's lock. */
const MOST_PAIRS = 100_000;
const LEAST_REACH = 3;

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
  const elsewhere = placesOf(after, taken);
  for (const [from, text] of before.entries()) {
    const to = fates[from] ? undefined : elsewhere.get(text)?.shift();
    if (to !== undefined) settle(from, to, 'moved');
  }
  for (const { from, to } of pairAlike(before, after, { isOpen: (at) => fates[at] === null, taken }))
    if (fates[from] === null && !taken.has(to)) settle(from, to, 'changed');
  return fates.map((fate) => fate ?? { verdict: 'gone', to: null });
}

function placesOf(texts: readonly string[], taken: ReadonlySet<number>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    if (taken.has(index)) continue;
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  }
  return places;
}

/** A paragraph's words, how often each, and how many in all. */
interface Counted {
  at: number;
  counts: Map<string, number>;
  all: number;
}

/** The most alike first; among equals those that moved least. In a text written anew only what is near is compared. */
function pairAlike(
  before: readonly string[],
  after: readonly string[],
  { isOpen, taken }: { isOpen: (at: number) => boolean; taken: ReadonlySet<number> },
): { from: number; to: number }[] {
  const older = before.flatMap((text, at): Counted[] => (isOpen(at) ? [countWords(text, at)] : []));
  const newer = after.flatMap((text, at): Counted[] => (taken.has(at) ? [] : [countWords(text, at)]));
  const reach = Math.max(LEAST_REACH, Math.ceil(MOST_PAIRS / Math.max(1, older.length)));
  return older
    .flatMap((one, rank) => {
      const middle = Math.round((rank * newer.length) / older.length);
      const near = newer.slice(Math.max(0, middle - reach), middle + reach + 1);
      return near.map((other) => ({ from: one.at, to: other.at, alike: similarity(one, other) }));
    })
    .filter(({ alike }) => alike >= LEAST_SIMILAR)
    .sort(
      (a, b) => b.alike - a.alike || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from,
    );
}

function countWords(text: string, at: number): Counted {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { at, counts, all: words.length };
}

/** Dice's coefficient over words, from 0 to 1. */
function similarity(one: Counted, other: Counted): number {
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  const all = one.all + other.all;
  return all === 0 ? 0 : (2 * shared) / all;
}
