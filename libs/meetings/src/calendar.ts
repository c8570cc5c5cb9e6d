import type { MeetingView } from '@roundtable/contracts';
import ICAL from 'ical.js';

/**
 * Writes a meeting as an iCalendar file (RFC 5545, METHOD:PUBLISH): times in UTC, so that no time zone definition is
 * needed, and a version that lets a calendar replace what it had. `link` is where the meeting is entered.
 */
export function writeCalendar(meeting: MeetingView, link: string | null, now: Date): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Roundtable//Roundtable//EN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', `${meeting.id}@roundtable`);
  event.updatePropertyWithValue('sequence', meeting.version);
  event.updatePropertyWithValue('dtstamp', toTime(now));
  event.updatePropertyWithValue('dtstart', toTime(new Date(meeting.startsAt)));
  event.updatePropertyWithValue('dtend', toTime(new Date(meeting.endsAt)));
  event.updatePropertyWithValue('summary', cleaned(meeting.title));
  event.updatePropertyWithValue('status', 'CONFIRMED');
  const place = meeting.venue ?? meeting.conferenceUrl;
  if (place !== null) event.updatePropertyWithValue('location', cleaned(place));
  event.updatePropertyWithValue('description', describe(meeting, link));
  if (link !== null) event.updatePropertyWithValue('url', link);
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

function describe(meeting: MeetingView, link: string | null): string {
  return [meeting.host, meeting.programme, link]
    .filter((part): part is string => part !== null)
    .map(cleaned)
    .join('\n\n');
}

function toTime(date: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(date, true);
}

/** Line breaks are escaped by the library; a lone carriage return or another control character would break a line. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
