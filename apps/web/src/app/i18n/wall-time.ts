/** What a clock on the wall of a place shows. `month` is 1 to 12, `weekday` 0 (Monday) to 6. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
}

const partFormats = new Map<string, Intl.DateTimeFormat>();
const minuteMs = 60_000;

/** The wall clock of `zone` at an instant; an unknown zone falls back to UTC. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  const found: Record<string, number> = {};
  for (const { type, value } of partsIn(zone).formatToParts(instant)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return { year, month, day, hour, minute, second, weekday };
}

/** How far the wall clock of `zone` is ahead of UTC at an instant, in minutes. */
export function zoneOffsetMinutes(instant: Date, zone: string): number {
  const wall = wallTimeOf(instant, zone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return Math.round((asUtc - Math.floor(instant.getTime() / 1000) * 1000) / minuteMs);
}

/**
 * The instant at which the wall clock of `zone` shows `wall` (`2026-11-22T14:00`).
 * In the hour that a clock skips, the later reading is meant; in the hour it repeats, the first one.
 * Answers null where the text is not a date and time that exist.
 */
export function instantOfWall(wall: string, zone: string): Date | null {
  const asUtc = parseWall(wall);
  if (asUtc === null) return null;
  const before = zoneOffsetMinutes(new Date(asUtc - 24 * 60 * minuteMs), zone);
  const after = zoneOffsetMinutes(new Date(asUtc + 24 * 60 * minuteMs), zone);
  for (const offset of [before, after]) {
    const candidate = new Date(asUtc - offset * minuteMs);
    if (zoneOffsetMinutes(candidate, zone) === offset) return candidate;
  }
  return new Date(asUtc - before * minuteMs);
}

/** The wall clock of `zone` at an instant as `2026-11-22T14:00`. */
export function wallOfInstant(instant: Date, zone: string): string {
  const { year, month, day, hour, minute } = wallTimeOf(instant, zone);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;
}

export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The zone of this device. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

function parseWall(wall: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(wall);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const back = new Date(asUtc);
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60;
  return exists ? asUtc : null;
}

function partsIn(zone: string): Intl.DateTimeFormat {
  const known = partFormats.get(zone);
  if (known) return known;
  // English parts are used as numbers only, so no browser's lack of a language shows.
  const made = new Intl.DateTimeFormat('en', {
    timeZone: isZone(zone) ? zone : 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  partFormats.set(zone, made);
  return made;
}
