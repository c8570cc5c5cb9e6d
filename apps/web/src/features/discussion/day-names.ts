import { wallTimeOf } from '../../app/i18n/wall-time.js';

const quarterMs = 15 * 60_000;

/** Names the day an instant belongs to in a zone; every zone changes its day on a quarter of an hour. */
export function createDayNames(zone: string): (at: string) => string {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(Date.parse(at) / quarterMs);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const wall = wallTimeOf(new Date(quarter * quarterMs), zone);
    const name = `${wall.year}-${wall.month}-${wall.day}`;
    known.set(quarter, name);
    return name;
  };
}
