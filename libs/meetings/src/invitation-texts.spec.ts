import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type MeetingView, type ParticipantView } from '@roundtable/contracts';
import ICAL from 'ical.js';
import { writeCalendar } from './calendar.js';
import { writeInvitation } from './invitation-texts.js';
import { formatPeriod, formatZone } from './meeting-dates.js';

const HOSTILE = `<script>alert(1)</script>\u202E {name} '{' # \r\nBcc: x@y.example\r\nEND:VEVENT; a,b\\n${'Ң'.repeat(300)}`;
const meeting = {
  id: 'm', title: HOSTILE, host: HOSTILE, startsAt: '2026-03-02T20:30:00.000Z', endsAt: '2026-03-02T22:00:00.000Z',
  zone: 'Asia/Bishkek', languages: ['ky'], venue: HOSTILE, remote: true, conferenceUrl: null, programme: HOSTILE, version: 3,
} as unknown as MeetingView; // prettier-ignore
const participant = {
  name: HOSTILE,
  roles: ['expert', 'chair'],
  language: 'ru',
} as unknown as ParticipantView;

describe('dates', () => {
  it('are written in the zone of the meeting, in each language', () => {
    expect(formatPeriod(meeting.startsAt, meeting.endsAt, meeting.zone, 'en')).toBe(
      'Tuesday, 3 March 2026, 02:30–04:00',
    );
    expect(formatPeriod(meeting.startsAt, meeting.endsAt, meeting.zone, 'ru')).toBe(
      'вторник, 3 марта 2026 г., 02:30–04:00',
    );
    expect(formatPeriod(meeting.startsAt, meeting.endsAt, meeting.zone, 'ky')).toBe(
      '2026-жылдын 3-марты, шейшемби, 02:30–04:00',
    );
  });

  it('name both days of a meeting that lasts into the next', () => {
    expect(formatPeriod('2026-06-30T10:00:00Z', '2026-07-01T12:00:00Z', 'UTC', 'ky')).toBe(
      '2026-жылдын 30-июну, шейшемби, 10:00 – 2026-жылдын 1-июлу, шаршемби, 12:00',
    );
    expect(formatZone('Asia/Kolkata', meeting.startsAt)).toBe('Asia/Kolkata, UTC+5:30');
  });
});

describe('an invitation', () => {
  it.each(LANGUAGES)('keeps hostile names on their line (%s)', (language) => {
    const { subject, text } = writeInvitation(
      { meeting, participant, delegation: null, link: 'http://x/join/abc' },
      language,
    );
    expect(subject).not.toMatch(/[\r\n\u202e]/);
    expect(text).not.toMatch(/\u202e|\r|^Bcc:/m);
    expect(text).toContain("{name} '{' #");
    expect(text).toContain('http://x/join/abc\n');
  });
});

describe('a calendar file', () => {
  it('says what was meant, whatever the names hold', () => {
    const file = writeCalendar(meeting, 'http://x/join/abc', new Date(0));
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 76 && !/[\r\n]/.test(line))).toBe(
      true,
    );
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1);
    const event = new ICAL.Component(ICAL.parse(file) as unknown as unknown[]).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(
      HOSTILE.replace('\u202E', '').replaceAll('\r\n', '\n'),
    );
    expect(String(event?.getFirstProperty('dtstart')?.toICALString())).toBe('DTSTART:20260302T203000Z');
    expect(event?.getFirstPropertyValue('url')).toBe('http://x/join/abc');
  });
});
