import type { Language } from '@roundtable/contracts';

const MONTHS: Record<Language, readonly string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  // As they are said after a day's number: with the possessive ending that fits their vowels.
  ky: [
    'январы',
    'февралы',
    'марты',
    'апрели',
    'майы',
    'июну',
    'июлу',
    'августу',
    'сентябры',
    'октябры',
    'ноябры',
    'декабры',
  ],
};
const WEEKDAYS: Record<Language, readonly string[]> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ru: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  ky: ['жекшемби', 'дүйшөмбү', 'шейшемби', 'шаршемби', 'бейшемби', 'жума', 'ишемби'],
};

/** A moment as the clocks of a zone show it. */
interface WallTime {
  year: number;
  month: number;
  day: number;
  weekday: number;
  time: string;
}

/**
 * Writes from when to when a meeting lasts, as the clocks of its zone show it. Names of months and days are our own,
 * because not every runtime has Kyrgyz and those without it answer in English without a word.
 */
export function formatPeriod(startsAt: string, endsAt: string, zone: string, language: Language): string {
  const start = wallTime(startsAt, zone);
  const end = wallTime(endsAt, zone);
  const first = `${formatDay(start, language)}, ${start.time}`;
  const isOneDay = start.year === end.year && start.month === end.month && start.day === end.day;
  return isOneDay ? `${first}–${end.time}` : `${first} – ${formatDay(end, language)}, ${end.time}`;
}

/** Writes a zone with its distance from UTC at a moment: "Asia/Bishkek, UTC+6". */
export function formatZone(zone: string, at: string): string {
  const part = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName');
  const offset = (part?.value ?? 'GMT').replace('GMT', 'UTC');
  return zone === 'UTC' ? 'UTC' : `${zone}, ${offset}`;
}

function formatDay({ year, month, day, weekday }: WallTime, language: Language): string {
  const monthName = MONTHS[language][month - 1] ?? '';
  const dayName = WEEKDAYS[language][weekday] ?? '';
  switch (language) {
    case 'en':
      return `${dayName}, ${day} ${monthName} ${year}`;
    case 'ru':
      return `${dayName}, ${day} ${monthName} ${year} г.`;
    case 'ky':
      return `${year}-жылдын ${day}-${monthName}, ${dayName}`;
  }
}

function wallTime(at: string, zone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? '0';
  const [year, month, day] = [Number(read('year')), Number(read('month')), Number(read('day'))];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, time: `${read('hour')}:${read('minute')}` };
}
