import type { DateStyle, Formats, Instant } from '../../app/i18n/formats.js';
import { wallOfInstant } from '../../app/i18n/wall-time.js';

/** A stretch of time, as a meeting has one. */
export interface Period {
  startsAt: Instant;
  endsAt: Instant;
}

/** «Tuesday, 24 November 2026, 10:00–16:00», or both days in full where it lasts longer than one. */
export function writePeriod(
  { formatDate, formatDateTime, formatTime }: Formats,
  { startsAt, endsAt }: Period,
  { zone, style = 'full' }: { zone: string; style?: DateStyle },
): string {
  if (dayOf(startsAt, zone) === dayOf(endsAt, zone)) {
    const times = joinTimes(formatTime(startsAt, { zone }), formatTime(endsAt, { zone }));
    return `${formatDate(startsAt, { zone, style })}, ${times}`;
  }
  return `${formatDateTime(startsAt, { zone, style })} – ${formatDateTime(endsAt, { zone, style })}`;
}

/** The same stretch on another wall: the times alone where the days agree with those of `home`. */
export function writePeriodElsewhere(
  formats: Formats,
  period: Period,
  { zone, home, style = 'full' }: { zone: string; home: string; style?: DateStyle },
): string {
  const { startsAt, endsAt } = period;
  const isOneDay = dayOf(startsAt, home) === dayOf(endsAt, home);
  const agrees =
    dayOf(startsAt, zone) === dayOf(startsAt, home) && dayOf(endsAt, zone) === dayOf(endsAt, home);
  if (!isOneDay || !agrees) return writePeriod(formats, period, { zone, style });
  return joinTimes(formats.formatTime(startsAt, { zone }), formats.formatTime(endsAt, { zone }));
}

/** Says whether two walls show the same time at the beginning and at the end. */
export function isSameWall({ startsAt, endsAt }: Period, zone: string, other: string): boolean {
  return [startsAt, endsAt].every((at) => wallAt(at, zone) === wallAt(at, other));
}

/** The joiners keep a line from breaking within «10:00–16:00». */
function joinTimes(from: string, to: string): string {
  return `${from}\u2060–\u2060${to}`;
}

function dayOf(at: Instant, zone: string): string {
  return wallAt(at, zone).slice(0, 10);
}

function wallAt(at: Instant, zone: string): string {
  return wallOfInstant(new Date(at), zone);
}
