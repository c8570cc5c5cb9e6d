import { shortestEdit, type MergePart } from '@roundtable/contracts';

/** Words that one side put in the place of `from` to `to` of the common text. */
interface Hunk {
  from: number;
  to: number;
  words: string[];
}

/**
 * Brings two changes of one text together by words (three-way merge): what only one side changed is taken from it, what both
 * changed alike is taken once, and what both changed otherwise is shown as an overlap.
 */
export function mergeWords(was: string, text: string, amendment: string): MergePart[] {
  const base = wordsOf(was);
  const sides = [hunksOf(base, wordsOf(text)), hunksOf(base, wordsOf(amendment))] as const;
  const parts: MergePart[] = [];
  let at = 0;
  for (const stretch of findStretches(sides)) {
    parts.push({ kind: 'words', words: base.slice(at, stretch.from).join(''), by: null });
    parts.push(decide(base, stretch, sides));
    at = stretch.to;
  }
  parts.push({ kind: 'words', words: base.slice(at).join(''), by: null });
  return joinParts(parts);
}

/** The words brought together; of what overlaps the amendment's, for its sponsors to look at. */
export function readTogether(parts: readonly MergePart[]): string {
  return parts.map((part) => (part.kind === 'words' ? part.words : part.amendment)).join('');
}

function decide(
  base: readonly string[],
  { from, to }: { from: number; to: number },
  sides: readonly [Hunk[], Hunk[]],
): MergePart {
  const [text, amendment] = sides.map((hunks) => replay(base, { from, to }, hunks)) as [string, string];
  const was = base.slice(from, to).join('');
  if (text === amendment) return { kind: 'words', words: text, by: text === was ? null : 'text' };
  if (text === was) return { kind: 'words', words: amendment, by: 'amendment' };
  if (amendment === was) return { kind: 'words', words: text, by: 'text' };
  return { kind: 'overlap', was, text, amendment };
}

/** A stretch of the common text as one side wrote it. */
function replay(
  base: readonly string[],
  { from, to }: { from: number; to: number },
  hunks: readonly Hunk[],
): string {
  const words: string[] = [];
  let at = from;
  for (const hunk of hunks.filter((each) => each.from >= from && each.to <= to)) {
    words.push(...base.slice(at, hunk.from), ...hunk.words);
    at = hunk.to;
  }
  return [...words, ...base.slice(at, to)].join('');
}

/** Stretches of the common text that anybody changed; those that touch are one. */
function findStretches(sides: readonly [Hunk[], Hunk[]]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of sides.flat().sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}

function hunksOf(base: readonly string[], words: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const { kind, length } of shortestEdit(base, words)) {
    const last = hunks.at(-1);
    if (kind === 'removed') hunks.push({ from: x, to: x + length, words: [] });
    if (kind === 'added') {
      const added = words.slice(y, y + length);
      if (last?.to === x) last.words.push(...added);
      else hunks.push({ from: x, to: x, words: added });
    }
    if (kind !== 'added') x += length;
    if (kind !== 'removed') y += length;
  }
  return hunks;
}

/** Words and the space between them apart, so that a change at an end does not reach over the space. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

function joinParts(parts: readonly MergePart[]): MergePart[] {
  const joined: MergePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'words' && part.words === '') continue;
    if (part.kind === 'words' && last?.kind === 'words' && last.by === part.by) last.words += part.words;
    else joined.push({ ...part });
  }
  return joined;
}
