/** How far off a moment is, in the words one would use: never more than two units, never seconds. */
export type Countdown =
  | { key: 'inDays'; days: number; hours: number }
  | { key: 'inHours'; hours: number; minutes: number }
  | { key: 'inMinutes'; minutes: number }
  | { key: 'inMoments' }
  | { key: 'overdue' };

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Counts down calmly: days and hours, hours and minutes, minutes. Whole minutes are rounded up until the last. */
export function countDown(at: number, now: number): Countdown {
  const ms = at - now;
  if (ms <= 0) return { key: 'overdue' };
  if (ms < MINUTE_MS) return { key: 'inMoments' };
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (minutes < HOUR) return { key: 'inMinutes', minutes };
  if (minutes < DAY) return { key: 'inHours', hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR };
  return { key: 'inDays', days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / HOUR) };
}
