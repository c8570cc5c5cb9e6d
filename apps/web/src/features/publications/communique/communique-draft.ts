import type { ChangeCommunique, CommuniqueView } from '@roundtable/contracts';

/** Words being edited that others may change as well. */
export interface DraftWords {
  text: string;
  /** What others made of them, where both changed them and nobody has chosen yet; empty where others removed them. */
  theirs: string | null;
}
export interface DraftPart extends DraftWords {
  key: string;
  /** Null for a new paragraph. */
  id: string | null;
}
/** A communique being edited. Immutable. */
export interface CommuniqueDraft {
  /** The newest that was looked at. */
  base: CommuniqueView;
  title: DraftWords;
  parts: readonly DraftPart[];
}

export function beginDraft(communique: CommuniqueView): CommuniqueDraft {
  return {
    base: communique,
    title: { text: communique.title, theirs: null },
    parts: communique.parts.map(({ id, text }) => ({ key: id, id, text, theirs: null })),
  };
}

/** Whether two versions read the same: a footnote makes a new version and changes no words. */
export function readsSame(one: CommuniqueView, other: CommuniqueView): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** Whether something written would be lost. */
export function isChanged({ base, title, parts }: CommuniqueDraft): boolean {
  return wordsOf(base) !== wordsOf({ title: title.text, parts });
}

export function hasConflict({ title, parts }: CommuniqueDraft): boolean {
  return [title, ...parts].some(({ theirs }) => theirs !== null);
}

/** What is sent: title and paragraphs whole. */
export function changeOf({ title, parts }: CommuniqueDraft): Pick<ChangeCommunique, 'title' | 'parts'> {
  return { title: title.text.trim(), parts: parts.map(({ id, text }) => ({ id, text: text.trim() })) };
}

/**
 * Puts the draft upon a newer version. What one left alone takes what others made of it, in their order; where both
 * changed the same words both are kept until somebody chooses. Words that others wrote into a paragraph removed here bring
 * it back; words written here into one that others removed stay as a paragraph of their own.
 */
export function rebase({ base, title, parts }: CommuniqueDraft, newest: CommuniqueView): CommuniqueDraft {
  const was = new Map(base.parts.map(({ id, text }) => [id, text]));
  const own = new Map(parts.map((part) => [part.id, part]));
  const there = newest.parts.flatMap(({ id, text }): DraftPart[] => {
    const part = own.get(id);
    if (part) return [wordsUpon(part, was.get(id), text)];
    return was.get(id) === text ? [] : [{ key: id, id, text, theirs: null }];
  });
  const ids = new Set<string | null>(newest.parts.map(({ id }) => id));
  const left = parts.flatMap((part): DraftPart[] => {
    if (part.id === null) return [part];
    if (ids.has(part.id) || part.text === was.get(part.id)) return [];
    return [{ ...part, id: null, theirs: '' }];
  });
  return {
    base: newest,
    title: wordsUpon(title, base.title, newest.title),
    parts: left.reduce<readonly DraftPart[]>((placed, part) => placeIn(placed, part, parts), there),
  };
}

/** Settles a conflict for the words that stand here. */
export function keepMine<W extends DraftWords>(words: W): W {
  return { ...words, theirs: null };
}

/** Settles a conflict for those of others; null where they removed the paragraph. */
export function takeTheirs<W extends DraftWords>(words: W): W | null {
  if (words.theirs === '') return null;
  return { ...words, text: words.theirs ?? words.text, theirs: null };
}

function wordsUpon<W extends DraftWords>(words: W, was: string | undefined, now: string): W {
  if (now === was) return words;
  const isOurs = words.text !== was && words.text !== now;
  return isOurs ? { ...words, theirs: now } : { ...words, text: now, theirs: null };
}

/** Puts a part behind the one that it stood behind, as far as that is still there. */
function placeIn(
  placed: readonly DraftPart[],
  part: DraftPart,
  order: readonly DraftPart[],
): readonly DraftPart[] {
  const keys = placed.map(({ key }) => key);
  const earlier = order.slice(
    0,
    order.findIndex(({ key }) => key === part.key),
  );
  const at = keys.indexOf(earlier.findLast(({ key }) => keys.includes(key))?.key ?? '') + 1;
  return [...placed.slice(0, at), part, ...placed.slice(at)];
}

function wordsOf({
  title,
  parts,
}: {
  title: string;
  parts: readonly { id: string | null; text: string }[];
}): string {
  return JSON.stringify([title, ...parts.map(({ id, text }) => [id, text])]);
}
