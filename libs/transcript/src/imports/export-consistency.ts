import type { ItemView, MeetingExport } from '@roundtable/contracts';
import { isId } from '@roundtable/platform';

/** Says in a sentence how an export that has the right shape contradicts itself, null where it does not. */
export function findContradiction(document: MeetingExport): string | null {
  const [room, ...others] = document.rooms;
  if (!room || others.length > 0) return 'An export has exactly one room, the plenary.';
  if (room.meeting !== document.meeting.id || document.meeting.plenary !== room.id)
    return 'The room of this export belongs to another meeting.';
  if (![room.id, document.meeting.id, ...document.participants.map(({ id }) => id)].every(isId))
    return 'The ids in this export were not made by Roundtable.';
  if (room.head !== document.entries.length)
    return `The room ends at entry ${room.head}, but the export has ${document.entries.length}.`;
  let last = '';
  for (const [index, entry] of document.entries.entries()) {
    if (entry.room !== room.id) return `Entry ${index + 1} belongs to a room that is not in this export.`;
    if (entry.seq !== index + 1) return `Entry ${entry.seq} stands where entry ${index + 1} should be.`;
    if (entry.at < last) return `Entry ${entry.seq} lies before its predecessor in time.`;
    if (entry.target !== null && (entry.target < 1 || entry.target >= entry.seq))
      return `Entry ${entry.seq} refers to entry ${entry.target}, which is not before it.`;
    last = entry.at;
  }
  return findCircle(document.items);
}

/** Whoever draws an agenda climbs from item to parent, and must arrive. */
function findCircle(items: ItemView[]): string | null {
  const byId = new Map(items.map((item) => [item.id, item]));
  const arrived = new Set<ItemView>();
  for (const item of items) {
    const path = new Set<ItemView>();
    for (let each = byId.get(item.id); each && !arrived.has(each); each = byId.get(each.parent ?? '')) {
      if (path.has(each))
        return `Item ${items.indexOf(each) + 1} in the list of the agenda lies within itself.`;
      path.add(each);
    }
    for (const each of path) arrived.add(each);
  }
  return null;
}
