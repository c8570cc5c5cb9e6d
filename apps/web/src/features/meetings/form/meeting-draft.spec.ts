import { describe, expect, it } from '@jest/globals';
import {
  changesOf,
  draftOf,
  emptyDraft,
  findFaults,
  rebase,
  wireOf,
  withStart,
  type MeetingDraft,
} from './meeting-draft.js';

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

describe('a change to a meeting that somebody else changed meanwhile', () => {
  const base: MeetingDraft = { ...good, title: 'Water', venue: 'Hall 1', programme: '# Day 1' };

  it('keeps what one wrote and takes the rest from the newest', () => {
    const own = { ...base, title: 'Water and energy', languages: ['en', 'ru'] };
    const newest = { ...base, venue: 'Hall 2', end: '2026-11-24T17:00' };
    expect(rebase({ base, own, newest })).toEqual({
      ...newest,
      title: 'Water and energy',
      languages: ['en', 'ru'],
    });
  });

  it('keeps what one wrote also where both changed it, and what one took out', () => {
    const own = { ...base, venue: 'Hall 3', programme: '' };
    const newest = { ...base, venue: 'Hall 2', programme: '# Day 1\n# Day 2' };
    expect(rebase({ base, own, newest })).toEqual(own);
  });

  it('is the newest where one changed nothing', () => {
    const newest = { ...base, title: 'Energy' };
    expect(rebase({ base, own: { ...base, languages: [...base.languages] }, newest })).toEqual(newest);
  });
});

describe('what is sent of a change', () => {
  it('is what differs, and nothing else', () => {
    const own = { ...good, title: ' Water and energy ', venue: 'Hall 2' };
    expect(changesOf(good, own)).toEqual({ title: 'Water and energy', venue: 'Hall 2' });
    expect(changesOf(good, { ...good, title: `${good.title}  ` })).toEqual({});
  });

  it('is both times where only the zone was changed, since the walls show the same', () => {
    expect(changesOf(good, { ...good, zone: 'Asia/Tashkent' })).toEqual({
      zone: 'Asia/Tashkent',
      startsAt: '2026-11-24T05:00:00.000Z',
      endsAt: '2026-11-24T11:00:00.000Z',
    });
  });
});
