import { reservationEntered, type CommuniqueView, type ExportedEntry } from '@roundtable/contracts';
import type { EventContext } from './markdown-event.js';
import { escapeLine } from './markdown-text.js';
import { isFact } from './told-record.js';

/** Says what became of the set of proposals in one sentence, null for other facts. */
export function writePublicationEvent(entry: ExportedEntry, { wording, names }: EventContext): string | null {
  if (isFact(entry, 'publications.set_drafted'))
    return wording.say('event.publications.set_drafted', {
      name: names.of(entry.actor),
      count: entry.data.lines.length,
    });
  if (isFact(entry, 'publications.set_reserved')) {
    const [line] = entry.data.lines;
    const values = { number: line?.number ?? 0, count: line?.reservations.length ?? 0 };
    return wording.say('event.publications.set_reserved', values);
  }
  if (!isFact(entry, 'publications.set_adopted')) return writeCommuniqueEvent(entry, { wording, names });
  const act = entry.data.set.state === 'adopted' ? 'set_adopted' : 'lines_adopted';
  return wording.say(`event.publications.${act}`, { count: entry.data.lines.length });
}

function writeCommuniqueEvent(
  entry: ExportedEntry,
  { wording, names }: Pick<EventContext, 'wording' | 'names'>,
): string | null {
  if (isFact(entry, 'publications.communique_drafted') || isFact(entry, 'publications.communique_circulated'))
    return wording.say(`event.${entry.type}`);
  if (isFact(entry, 'publications.communique_resolved'))
    return wording.say('event.publications.communique_resolved', {
      was: escapeLine(entry.data.was),
      became: escapeLine(entry.data.became) || '–',
    });
  if (isFact(entry, 'publications.communique_reserved'))
    return writeReservation(entry.data.communique, { at: entry.at, wording, names });
  if (isFact(entry, 'publications.communique_objected')) {
    const objection = entry.data.communique.objections.at(-1);
    return wording.say('event.publications.communique_objected', {
      name: names.ofDelegation(objection?.delegation ?? ''),
      reason: escapeLine(objection?.reason ?? ''),
    });
  }
  if (!isFact(entry, 'publications.communique_adopted')) return null;
  const bySilence = entry.data.communique.adoption?.by === null;
  return wording.say(`event.publications.communique_adopted${bySilence ? '_by_silence' : ''}`);
}

/** A reservation that was entered then, or how many are left where one was taken back. */
function writeReservation(
  communique: CommuniqueView,
  { at, wording, names }: Pick<EventContext, 'wording' | 'names'> & { at: string },
): string {
  const entered = reservationEntered(communique, at);
  if (entered)
    return wording.say('event.publications.communique_reserved', {
      name: names.ofDelegation(entered.reservation.delegation),
      paragraph: entered.paragraph,
      text: escapeLine(entered.reservation.text),
    });
  const count = communique.parts.flatMap(({ reservations }) => reservations).length;
  return wording.say('event.publications.communique_unreserved', { count });
}
