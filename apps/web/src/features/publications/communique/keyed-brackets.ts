import { readBrackets, type TextRun } from '@roundtable/contracts';

/** The runs of a paragraph. Each bracket has a key that it keeps while others in the paragraph are settled. */
export interface KeyedRuns {
  text: string;
  runs: readonly TextRun[];
  /** By place of the bracket among the brackets. */
  keys: readonly number[];
  /** The next key that nobody has. */
  next: number;
}

/** Reads a paragraph that nobody has read yet. */
export function beginRuns(text: string): KeyedRuns {
  return followRuns({ text: '', runs: [], keys: [], next: 0 }, text);
}

/**
 * Reads a paragraph anew. What reads the same at its beginning and its end are the same brackets; between them those that
 * read the same are, and where as many are left as there were, those are taken for the same that read otherwise now.
 */
export function followRuns(before: KeyedRuns, text: string): KeyedRuns {
  const runs = readBrackets(text);
  const start = countSame(before.runs, runs);
  const most = Math.min(before.runs.length, runs.length) - start;
  const end = Math.min(most, countSame(before.runs.toReversed(), runs.toReversed()));
  const first = sourcesOf(runs.slice(0, start)).length;
  const last = before.keys.length - sourcesOf(runs.slice(runs.length - end)).length;
  const found = pair(keyed(before).slice(first, last), sourcesOf(runs.slice(start, runs.length - end)));
  let { next } = before;
  const fresh = found.map((key) => key ?? next++);
  return { text, runs, keys: [...before.keys.slice(0, first), ...fresh, ...before.keys.slice(last)], next };
}

interface Keyed {
  key: number;
  source: string;
}

function keyed({ runs, keys }: KeyedRuns): Keyed[] {
  return sourcesOf(runs).map((source, index) => ({ key: keys[index] ?? -1, source }));
}

/** The key of each bracket that is one of those before; null for a new one. */
function pair(gone: readonly Keyed[], sources: readonly string[]): (number | null)[] {
  const left = [...gone];
  const found = sources.map((source) => {
    const at = left.findIndex((each) => each.source === source);
    return at < 0 ? null : (left.splice(at, 1)[0]?.key ?? null);
  });
  const areAsMany = found.filter((key) => key === null).length === left.length;
  return areAsMany ? found.map((key) => key ?? left.shift()?.key ?? null) : found;
}

function sourcesOf(runs: readonly TextRun[]): string[] {
  return runs.flatMap((run) => (run.kind === 'bracket' ? [run.source] : []));
}

function countSame(one: readonly TextRun[], other: readonly TextRun[]): number {
  const end = one.findIndex((run, index) => !isSame(run, other[index]));
  return end < 0 ? one.length : end;
}

function isSame(one: TextRun, other: TextRun | undefined): boolean {
  if (one.kind === 'agreed') return other?.kind === 'agreed' && one.text === other.text;
  return other?.kind === 'bracket' && one.source === other.source;
}
