import { describe, expect, it } from '@jest/globals';
import { draftOf, emptyDraft, findFaults, wireOf, withStart, type MeetingDraft } from './meeting-draft.js';

const now = new Date('2026-11-22T20:30:00.000Z');
const good: MeetingDraft = {
  ...emptyDraft(now, 'Asia/Bishkek'),
  title: ' Water ',
  host: 'Basin Commission',
};

describe('a draft of a meeting', () => {
  it('begins tomorrow morning in the zone of whoever writes', () => {
    expect(emptyDraft(now, 'Asia/Bishkek')).toMatchObject({
      start: '2026-11-24T10:00',
      end: '2026-11-24T16:00',
    });
    expect(emptyDraft(now, 'America/New_York').start).toBe('2026-11-23T10:00');
  });

  it('goes to the server in UTC, trimmed, with null for what is empty', () => {
    expect(wireOf(good)).toMatchObject({
      title: 'Water',
      startsAt: '2026-11-24T04:00:00.000Z',
      endsAt: '2026-11-24T10:00:00.000Z',
      venue: null,
      conferenceUrl: null,
      programme: null,
    });
  });

  it('comes back from the server as it was', () => {
    const wire = { ...wireOf({ ...good, title: 'Water', programme: '# Day 1' }), state: 'draft' };
    expect(draftOf(wire as unknown as Parameters<typeof draftOf>[0])).toEqual({
      ...good,
      title: 'Water',
      programme: '# Day 1',
    });
  });

  it('keeps its length when its beginning moves', () => {
    expect(withStart(good, '2026-12-01T09:30')).toMatchObject({
      start: '2026-12-01T09:30',
      end: '2026-12-01T15:30',
    });
  });

  it('leaves the end alone while the beginning is incomplete', () => {
    expect(withStart(good, null)).toMatchObject({ start: null, end: good.end });
  });

  it('has no faults when complete', () => {
    expect(findFaults(good)).toEqual({});
  });

  it.each<[string, Partial<MeetingDraft>, object]>([
    ['a title', { title: '  ' }, { title: 'titleMissing' }],
    ['a host', { host: '' }, { host: 'hostMissing' }],
    ['a beginning', { start: null }, { start: 'startMissing' }],
    ['an end after the beginning', { end: good.start }, { end: 'endBeforeStart' }],
    ['a zone that exists', { zone: 'Mars/Base' }, { zone: 'zoneMissing' }],
    ['a language', { languages: [] }, { languages: 'languageMissing' }],
    ['a place', { remote: false }, { venue: 'placeMissing' }],
    ['a web address', { conferenceUrl: 'javascript:alert(1)' }, { conferenceUrl: 'conferenceWrong' }],
  ])('asks for %s', (_, change, faults) => {
    expect(findFaults({ ...good, ...change })).toEqual(faults);
  });
});
