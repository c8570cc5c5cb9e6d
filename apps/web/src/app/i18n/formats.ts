import { calendarNames } from './calendar-names.js';
import { intlLocale, type Locale } from './locales.js';
import { formatDistance } from './relative-time.js';
import { ownZone, pad, wallTimeOf, zoneOffsetMinutes, type WallTime } from './wall-time.js';

/**
 * - `full`: Sunday, 22 November 2026 · «2026-жылдын 22-ноябры, жекшемби»
 * - `long`: 22 November 2026 · «22 ноября 2026 г.» · «2026-жылдын 22-ноябры»
 * - `medium`: 22 Nov 2026 · «22 нояб. 2026 г.» · «22-ноябрь, 2026-ж.»
 * - `day`: 22 November · «22 ноября» · «22-ноябрь»
 * - `month`: November 2026 · «ноябрь 2026 г.» · «2026-жыл, ноябрь»
 */
export type DateStyle = 'full' | 'long' | 'medium' | 'day' | 'month';
/** An instant: a Date, ISO 8601 text, or milliseconds since 1970. */
export type Instant = Date | string | number;

export interface Formats {
  locale: Locale;
  /** `zone` is an IANA name; without it the device's own zone counts. */
  formatDate: (instant: Instant, options?: { zone?: string; style?: DateStyle }) => string;
  /** 24-hour clock in every language: 14:05, or 14:05:09 with seconds. */
  formatTime: (instant: Instant, options?: { zone?: string; seconds?: boolean }) => string;
  formatDateTime: (
    instant: Instant,
    options?: { zone?: string; style?: DateStyle; seconds?: boolean },
  ) => string;
  formatRelative: (instant: Instant, now?: Instant) => string;
  /** `UTC+6`, `UTC+5:30`, `UTC`. */
  formatOffset: (instant: Instant, zone?: string) => string;
  /** `Asia/Bishkek (UTC+6)`. */
  formatZone: (zone: string, at?: Instant) => string;
  formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 1:05:09 or 5:09, for a duration in milliseconds. */
  formatDuration: (ms: number) => string;
  formatList: (items: readonly string[], joining?: 'and' | 'or') => string;
  compareNames: (one: string, other: string) => number;
  monthNames: readonly string[];
  weekdayNames: readonly string[];
}

/** Makes the formatter of one language. Pure but for the device's zone, which is the default of `zone`. */
export function createFormats(locale: Locale, defaultZone: string = ownZone()): Formats {
  const names = calendarNames[locale];
  const collator = new Intl.Collator(intlLocale(locale), { numeric: true, sensitivity: 'variant' });
  const numbers = new Intl.NumberFormat(intlLocale(locale));
  const wallOf = (instant: Instant, zone = defaultZone) => wallTimeOf(toDate(instant), zone);

  const formats: Formats = {
    locale,
    formatDate: (instant, { zone, style = 'long' } = {}) => writeDate(locale, wallOf(instant, zone), style),
    formatTime: (instant, { zone, seconds = false } = {}) => {
      const wall = wallOf(instant, zone);
      const time = `${pad(wall.hour)}:${pad(wall.minute)}`;
      return seconds ? `${time}:${pad(wall.second)}` : time;
    },
    formatDateTime: (instant, { zone, style = 'long', seconds } = {}) =>
      `${formats.formatDate(instant, { zone, style })}, ${formats.formatTime(instant, { zone, seconds })}`,
    formatRelative: (instant, now = Date.now()) => formatDistance(locale, toDate(instant), toDate(now)),
    formatOffset: (instant, zone = defaultZone) => writeOffset(zoneOffsetMinutes(toDate(instant), zone)),
    formatZone: (zone, at = Date.now()) => {
      const offset = formats.formatOffset(at, zone);
      return zone === offset ? zone : `${zone.replaceAll('_', ' ')} (${offset})`;
    },
    formatNumber: (value, options) =>
      options ? new Intl.NumberFormat(intlLocale(locale), options).format(value) : numbers.format(value),
    formatDuration: writeDuration,
    formatList: (items, joining = 'and') => writeList(locale, items, joining),
    compareNames: (one, other) => collator.compare(one, other),
    monthNames: names.months,
    weekdayNames: names.weekdays,
  };
  return formats;
}

/** @throws RangeError where the text is not an instant. */
function toDate(instant: Instant): Date {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${String(instant)}`);
  return date;
}

function writeDate(locale: Locale, wall: WallTime, style: DateStyle): string {
  const names = calendarNames[locale];
  const { year, day } = wall;
  const index = wall.month - 1;
  const month = names.months[index];
  const ofDay = names.monthsOfDay[index];
  const short = names.monthsShort[index];
  const weekday = names.weekdays[wall.weekday];
  const styles: Record<Locale, Record<DateStyle, string>> = {
    en: {
      full: `${weekday}, ${day} ${month} ${year}`,
      long: `${day} ${month} ${year}`,
      medium: `${day} ${short} ${year}`,
      day: `${day} ${month}`,
      month: `${month} ${year}`,
    },
    ru: {
      full: `${weekday}, ${day} ${ofDay} ${year} г.`,
      long: `${day} ${ofDay} ${year} г.`,
      medium: `${day} ${short} ${year} г.`,
      day: `${day} ${ofDay}`,
      month: `${month} ${year} г.`,
    },
    ky: {
      full: `${year}-жылдын ${day}-${ofDay}, ${weekday}`,
      long: `${year}-жылдын ${day}-${ofDay}`,
      medium: `${day}-${month}, ${year}-ж.`,
      day: `${day}-${month}`,
      month: `${year}-жыл, ${month}`,
    },
  };
  return styles[locale][style];
}

function writeOffset(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${pad(size % 60)}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.trunc(size / 60)}${rest}`;
}

function writeDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

const joiningWords: Record<Locale, Record<'and' | 'or', string>> = {
  en: { and: 'and', or: 'or' },
  ru: { and: 'и', or: 'или' },
  ky: { and: 'жана', or: 'же' },
};

function writeList(locale: Locale, items: readonly string[], joining: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joiningWords[locale][joining]} ${items.at(-1)}`;
}
