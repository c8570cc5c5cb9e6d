import type { ExportedEntry, FactMap, FactType, Reaction } from '@roundtable/contracts';

/** What was said in one entry, with everything that became of it later. */
export interface ToldWords {
  body: string;
  /** Former texts, oldest first, each with the time it was replaced and the version that replaced it. */
  history: { body: string; replacedAt: string; version: number }[];
  withdrawn: { at: string; reason: string | null } | null;
  /** Who reacted, by reaction, in the order of first use. */
  reactions: Map<Reaction, Set<string>>;
}

/** Reads from the entries what became of every message and statement, by seq. */
export function tellWords(entries: readonly ExportedEntry[]): Map<number, ToldWords> {
  const told = new Map<number, ToldWords>();
  for (const entry of entries) {
    if (isFact(entry, 'discussion.posted') || isFact(entry, 'discussion.stated'))
      told.set(entry.seq, { body: entry.data.body, history: [], withdrawn: null, reactions: new Map() });
    const words = entry.target === null ? undefined : told.get(entry.target);
    if (words) follow(words, entry);
  }
  return told;
}

/** Narrows an entry to one type of fact. */
export function isFact<T extends FactType>(
  entry: ExportedEntry,
  type: T,
): entry is ExportedEntry & { type: T; data: FactMap[T] } {
  return entry.type === type;
}

function follow(words: ToldWords, entry: ExportedEntry): void {
  if (isFact(entry, 'discussion.edited')) {
    words.history.push({ body: words.body, replacedAt: entry.at, version: entry.data.version });
    words.body = entry.data.body;
  } else if (isFact(entry, 'discussion.withdrawn')) {
    words.withdrawn = { at: entry.at, reason: entry.data.reason };
  } else if (isFact(entry, 'discussion.reacted') && entry.actor !== null) {
    const people = words.reactions.get(entry.data.reaction) ?? new Set<string>();
    if (entry.data.on) people.add(entry.actor);
    else people.delete(entry.actor);
    words.reactions.set(entry.data.reaction, people);
  }
}
