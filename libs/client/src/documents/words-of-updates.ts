import {
  ContentAny,
  ContentFormat,
  ContentString,
  createID,
  decodeUpdate,
  isDeleted,
  Item,
  type ID,
} from 'yjs';
import { mergeMany } from './merge-many.js';
import { inOrder } from './update-parts.js';

/** Letters that were written one after the other; a change of how they look is a run without letters. */
interface Run {
  id: ID;
  letters: string;
  beginsLine: boolean;
}

/**
 * The words that updates bring, without the text in which they were written: it may not take them, or be gone. Each place in
 * which something was written is a line, and so is each comment. What the updates take out again is left out.
 */
export function wordsOfUpdates(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return '';
  const { structs, ds } = decodeUpdate(mergeMany(updates));
  const isLeft = (id: ID): boolean => !isDeleted(ds, id);
  const items = inOrder(structs).filter((struct) => struct instanceof Item);
  const runs: Run[] = [];
  for (const item of items) {
    if (item.content instanceof ContentString) place(runs, item, item.content.str);
    else if (item.content instanceof ContentFormat) place(runs, item, '');
  }
  const comments = items.filter(({ id }) => isLeft(id)).flatMap(commentsIn);
  return [...linesOf(runs, isLeft), ...comments].filter((line) => line.trim() !== '').join('\n');
}

/** Puts letters behind those they were written behind, or else into a line of their own. */
function place(runs: Run[], { id, origin }: Item, letters: string): void {
  const at = runs.findLastIndex((run) => isIn(run, origin));
  const before = runs[at];
  if (!before || !origin) {
    runs.push({ id, letters, beginsLine: true });
    return;
  }
  const cut = origin.clock - before.id.clock + 1;
  const head = { ...before, letters: before.letters.slice(0, cut) };
  const rest = { id: laterIn(before, cut), letters: before.letters.slice(cut), beginsLine: false };
  runs.splice(at, 1, head, { id, letters, beginsLine: false }, ...(rest.letters ? [rest] : []));
}

function isIn({ id, letters }: Run, wanted: ID | null): boolean {
  const end = id.clock + Math.max(1, letters.length);
  return wanted?.client === id.client && wanted.clock >= id.clock && wanted.clock < end;
}

function laterIn({ id }: Run, by: number): ID {
  return createID(id.client, id.clock + by);
}

function linesOf(runs: readonly Run[], isLeft: (id: ID) => boolean): string[] {
  const lines: string[] = [];
  for (const run of runs) {
    const letters = run.letters.split('').filter((_, at) => isLeft(laterIn(run, at)));
    const left = letters.join('');
    if (run.beginsLine) lines.push(left);
    else lines.push((lines.pop() ?? '') + left);
  }
  return lines;
}

/** What a comment says stands in an entry of a map; what else stands there is no words of anybody. */
function commentsIn({ content }: Item): string[] {
  if (!(content instanceof ContentAny)) return [];
  return content.arr.flatMap((value: unknown) => {
    const { text } = (value ?? {}) as { text?: unknown };
    return typeof text === 'string' ? [text] : [];
  });
}
