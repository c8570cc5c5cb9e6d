import { wallOfInstant } from '../../app/i18n/wall-time.js';

const quarterMs = 15 * 60_000;

/** Names days in a zone, `2026-11-22`, for many instants: every zone changes its day on a quarter of an hour. */
export function createDayOf(zone: string): (at: string) => string {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(Date.parse(at) / quarterMs);
    const day = known.get(quarter) ?? wallOfInstant(new Date(quarter * quarterMs), zone).slice(0, 10);
    known.set(quarter, day);
    return day;
  };
}
