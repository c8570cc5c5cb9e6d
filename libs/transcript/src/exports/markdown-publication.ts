import type { ExportedEntry } from '@roundtable/contracts';
import type { EventContext } from './markdown-event.js';
import { isFact } from './told-record.js';

/** Says what became of the set of proposals in one sentence, null for other facts. */
export function writePublicationEvent(
  entry: ExportedEntry,
  { wording, names }: EventContext,
): string | null {
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
  if (!isFact(entry, 'publications.set_adopted')) return null;
  const act = entry.data.set.state === 'adopted' ? 'set_adopted' : 'lines_adopted';
  return wording.say(`event.publications.${act}`, { count: entry.data.lines.length });
}
