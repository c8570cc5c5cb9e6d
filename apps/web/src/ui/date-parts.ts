import { instantOfWall, pad } from '../app/i18n/wall-time.js';

/** What stands in the boxes of a date and time field while somebody types. */
export interface DateParts {
  day: string;
  /** 1 to 12, or empty. */
  month: string;
  year: string;
  hour: string;
  minute: string;
}

export const emptyParts: DateParts = { day: '', month: '', year: '', hour: '', minute: '' };

/** Takes `2026-11-22T14:00` apart; anything else gives empty boxes. */
export function partsOfWall(wall: string | null): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(wall ?? '');
  if (!match) return emptyParts;
  const [, year, month, day, hour, minute] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { day: String(Number(day)), month: String(Number(month)), year, hour, minute };
}

/** Puts the boxes together; null while one is empty or the day or time does not exist. */
export function wallOfParts(parts: DateParts): string | null {
  if (!isComplete(parts)) return null;
  const number = (part: keyof DateParts) => pad(Number(parts[part]));
  const wall = `${parts.year.padStart(4, '0')}-${number('month')}-${number('day')}T${number('hour')}:${number('minute')}`;
  return instantOfWall(wall, 'UTC') ? wall : null;
}

export function isComplete(parts: DateParts): boolean {
  const boxes = [parts.day, parts.month, parts.year, parts.hour, parts.minute];
  return boxes.every((part) => /^\d+$/.test(part)) && parts.year.length === 4;
}
