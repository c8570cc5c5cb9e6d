import { isWithheld, type HistoryPage, type VisibleEntry } from '@roundtable/contracts';
import type { Room } from '@roundtable/client';

/** One line as it stands: who, what, where in the record. */
function lineOf(seq: number, who: string | null, body: string | null): string {
  return `${seq} ${who ?? '-'} ${body ?? ''}`;
}

/** What a client shows, line by line. */
export function linesSeenBy(room: Room): string[] {
  const messages = room.getView().record?.messages;
  return messages ? [...messages.values()].map(({ seq, author, body }) => lineOf(seq, author, body)) : [];
}

/** What is stored, read afresh from the server's history. */
export async function linesStored(readPage: (after: number) => Promise<HistoryPage>): Promise<string[]> {
  const entries: VisibleEntry[] = [];
  for (let after = 0; ;) {
    const page = await readPage(after);
    entries.push(...page.entries);
    after = page.entries.at(-1)?.seq ?? page.head;
    if (after >= page.head) break;
  }
  return entries.flatMap((entry) => {
    if (isWithheld(entry)) return [];
    if (entry.type === 'discussion.posted') return [lineOf(entry.seq, entry.actor, entry.data.body)];
    return entry.type === 'discussion.stated' ? [lineOf(entry.seq, entry.data.speaker, entry.data.body)] : [];
  });
}
