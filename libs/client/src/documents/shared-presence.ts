import type { DocumentPerson } from '@roundtable/contracts';
import type { Awareness } from 'y-protocols/awareness';

/** What others told, as opposed to what the page itself set. */
const FROM_SERVER = 'roundtable';

/** Enters into a page's awareness where others are. Who they are is the server's word, whatever their page says. */
export function takePeople(awareness: Awareness, people: readonly DocumentPerson[], now: number): void {
  const changes = { added: [] as number[], updated: [] as number[], removed: [] as number[] };
  for (const { client, participant, state } of people) {
    if (client === awareness.clientID) continue;
    const isKnown = awareness.states.has(client);
    const clock = (awareness.meta.get(client)?.clock ?? 0) + 1;
    awareness.meta.set(client, { clock, lastUpdated: now });
    if (state === null) {
      if (isKnown) changes.removed.push(client);
      awareness.states.delete(client);
    } else {
      changes[isKnown ? 'updated' : 'added'].push(client);
      awareness.states.set(client, { ...state, user: { participant } });
    }
  }
  tell(awareness, changes);
}

/** Takes everybody but the page itself out: the line is gone, so nobody knows where they are. */
export function forgetPeople(awareness: Awareness): void {
  const removed = [...awareness.states.keys()].filter((client) => client !== awareness.clientID);
  for (const client of removed) awareness.states.delete(client);
  tell(awareness, { added: [], updated: [], removed });
}

function tell(
  awareness: Awareness,
  changes: { added: number[]; updated: number[]; removed: number[] },
): void {
  if (changes.added.length + changes.updated.length + changes.removed.length === 0) return;
  awareness.emit('change', [changes, FROM_SERVER]);
  awareness.emit('update', [changes, FROM_SERVER]);
}
