import type { RecordView } from '@roundtable/client';
import type { ParticipantView } from '@roundtable/contracts';

/** Candidates for a statement: who has the floor, who spoke last, then everybody by name. */
export function likelySpeakers(
  record: Pick<RecordView, 'timeline' | 'messages' | 'snapshot'>,
  compareNames: (one: string, other: string) => number,
): ParticipantView[] {
  const { participants } = record.snapshot.meetings;
  const speaking = record.snapshot.floor.requests.filter(({ state }) => state === 'speaking');
  const recent: string[] = [];
  for (let index = record.timeline.length - 1; index >= 0 && recent.length < 5; index--) {
    const message = record.messages.get(record.timeline[index] ?? 0);
    if (message?.author && !recent.includes(message.author)) recent.push(message.author);
  }
  const first = [...new Set([...speaking.map(({ participant }) => participant), ...recent])];
  const rank = new Map(first.map((id, index) => [id, index]));
  return participants
    .filter((person) => !person.removed)
    .sort((a, b) => {
      const [one, other] = [rank.get(a.id) ?? Infinity, rank.get(b.id) ?? Infinity];
      return one === other ? compareNames(a.name, b.name) : one - other;
    });
}
