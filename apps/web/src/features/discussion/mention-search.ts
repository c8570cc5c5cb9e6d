import type { ParticipantView } from '@roundtable/contracts';

/** What is being typed after an @ before the caret, and where the @ stands. */
export interface MentionQuery {
  at: number;
  words: string;
}

const longest = 60;
const shownAtMost = 8;

/** Finds the mention being typed; null where the caret is not after one. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - longest), caret);
  const found = /(?:^|[\s(«"“])@([^\s@][^@\n]*)?$/u.exec(before);
  if (!found) return null;
  const words = found[1] ?? '';
  // Two words and a space without a match would keep the list open for the rest of the sentence.
  return words.split(/\s+/).length > 3 ? null : { at: caret - words.length - 1, words };
}

/** People whose names have a part that begins with what was typed; those who begin with it come first. */
export function matchMentions(
  people: Iterable<ParticipantView>,
  words: string,
  self: string,
): ParticipantView[] {
  const wanted = words.trim().toLocaleLowerCase();
  const found: { person: ParticipantView; rank: number }[] = [];
  for (const person of people) {
    if (person.removed || person.id === self) continue;
    const name = person.name.toLocaleLowerCase();
    const rank = name.startsWith(wanted)
      ? 0
      : name.split(/[\s-]+/).some((part) => part.startsWith(wanted))
        ? 1
        : 2;
    if (rank < 2) found.push({ person, rank });
  }
  return found
    .sort((one, other) => one.rank - other.rank)
    .slice(0, shownAtMost)
    .map(({ person }) => person);
}

/** Ids of those whose `@Name` stands in the text. */
export function mentionsIn(text: string, people: Iterable<ParticipantView>): string[] {
  if (!text.includes('@')) return [];
  const ids: string[] = [];
  for (const { id, name, removed } of people) if (!removed && text.includes(`@${name.trim()}`)) ids.push(id);
  return ids;
}
