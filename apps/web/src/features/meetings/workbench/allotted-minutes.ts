const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The time of an item as somebody types it: whole minutes, empty for none. */
export function minutesOf(allottedMs: number | null): string {
  return allottedMs ? String(Math.round(allottedMs / MINUTE_MS)) : '';
}

/** Typed minutes in milliseconds, at most a day; null for none. */
export function msOf(minutes: string): number | null {
  return Math.min(Number(minutes) * MINUTE_MS, DAY_MS) || null;
}
