import type { ExportedEntry } from '@roundtable/contracts';
import type { EventContext } from './markdown-event.js';
import { isFact } from './told-record.js';

/** Says what became of an adopted proposal in one sentence, null for other facts. */
export function writeFollowUpEvent(
  entry: ExportedEntry,
  { wording, names }: Pick<EventContext, 'wording' | 'names'>,
): string | null {
  if (isFact(entry, 'follow_up.begun') || isFact(entry, 'follow_up.changed'))
    return wording.say(`event.${entry.type}`, { number: entry.data.followUp.number });
  if (!isFact(entry, 'follow_up.reported') && !isFact(entry, 'follow_up.corrected')) return null;
  const { followUp, update } = entry.data;
  return wording.say(`event.${entry.type}`, {
    name: names.of(entry.actor),
    number: followUp.number,
    state: wording.say(`followUp.${update.state}`),
    progress: update.progress,
  });
}
