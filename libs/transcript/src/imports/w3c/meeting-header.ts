import { inParts, type WorkInParts } from '../work-in-parts.js';
import { recogniseConvention } from './conventions.js';
import type { ReadLog } from './line-reader.js';
import type { ParsedEvent, ParsedMeeting, ParsedPerson, ParseOptions } from './parsed-log.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The ISO day of the meeting: what the caller says, the lines' own dates, RRSAgent's address, `Date:`, the file name. */
export function dateMeeting(read: ReadLog, options: ParseOptions): string | undefined {
  const instant = read.lines.find((line) => line.stamp?.type === 'instant')?.stamp;
  return (
    validDay(options.date) ??
    (instant?.type === 'instant' ? new Date(instant.ms).toISOString().slice(0, 10) : undefined) ??
    firstOf(read, (text) => dayIn(/logging to \S+?\/(\d{4})\/(\d\d)\/(\d\d)-/.exec(text))) ??
    firstOf(read, (text) => dayInWords(/^date\s*:\s*(.+)$/i.exec(text)?.[1] ?? '')) ??
    dayIn(/(?:^|[^\d])(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(options.fileName))
  );
}

/** Title, times, agenda, chairs and scribes of the meeting; the last `Meeting:` line wins, as in scribe.perl. */
export function* describeMeeting(
  read: ReadLog,
  events: ParsedEvent[],
  people: ParsedPerson[],
  date: string,
  options: ParseOptions,
): WorkInParts<ParsedMeeting> {
  const headers = yield* readHeaders(read);
  const group = options.group?.trim() || headers.get('group');
  const agendaUrl = /https?:\/\/\S+/.exec(headers.get('agenda') ?? '')?.[0];
  const { start, end } = yield* spanOf(events, `${date}T00:00:00.000Z`);
  const channel = firstOf(read, (text) => /logging to \S+\/\d\d-([\w-]+?)-irc/.exec(text)?.[1]);
  return {
    title: headers.get('meeting') || group || channel || `Meeting ${date}`,
    date,
    start,
    end,
    zoneKnown:
      read.lines.some((line) => line.stamp?.type === 'instant' && line.stamp.zoned) || channel !== undefined,
    ...(group ? { group } : {}),
    ...(agendaUrl ? { agendaUrl } : {}),
    chairs: people.filter((person) => person.roles.includes('chair')).map((person) => person.key),
    scribes: people.filter((person) => person.roles.includes('scribe')).map((person) => person.key),
  };
}

/** The last value of each header that has one. */
function* readHeaders(read: ReadLog): WorkInParts<Map<string, string>> {
  const headers = new Map<string, string>();
  yield* inParts(read.lines, ({ text }) => {
    const found = recogniseConvention(text);
    if (found?.type === 'header' && found.value !== '') headers.set(found.field, found.value.split('\n')[0]);
  });
  return headers;
}

/** The earliest and the latest time of any event, which need not be the first and the last. */
function* spanOf(events: ParsedEvent[], otherwise: string): WorkInParts<{ start: string; end: string }> {
  const span = { start: events[0]?.at ?? otherwise, end: events[0]?.at ?? otherwise };
  yield* inParts(events, ({ at }) => {
    if (at < span.start) span.start = at;
    if (at > span.end) span.end = at;
  });
  return span;
}

function firstOf<T>(read: ReadLog, find: (text: string) => T | undefined): T | undefined {
  for (const line of read.lines) {
    const found = find(line.text);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function dayIn(match: RegExpExecArray | null): string | undefined {
  return match ? validDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}

/** `09 April 2014`, `April 9, 2014` or an ISO day. */
function dayInWords(text: string): string | undefined {
  const iso = /\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (iso) {
    return validDay(iso);
  }
  const match =
    /(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+(\d{4})/u.exec(text) ??
    /(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})/u.exec(text);
  if (!match) {
    return undefined;
  }
  const [day, month] = /\d/.test(match[1]) ? [match[1], match[2]] : [match[2], match[1]];
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number > 0
    ? validDay(`${match[3]}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
    : undefined;
}

function validDay(day: string | undefined): string | undefined {
  if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) {
    return undefined;
  }
  const time = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}
