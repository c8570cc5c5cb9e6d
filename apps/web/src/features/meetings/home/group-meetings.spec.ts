import { describe, expect, it } from '@jest/globals';
import type { MeetingState, MeetingSummary } from '@roundtable/contracts';
import { findMeetings, groupMeetings } from './group-meetings.js';

function summary(title: string, state: MeetingState, startsAt: string): MeetingSummary {
  return { meeting: { title, host: 'Basin Commission', state, startsAt } } as MeetingSummary;
}

const some = [
  summary('Old', 'closed', '2026-01-01T00:00:00Z'),
  summary('Later', 'scheduled', '2026-12-02T00:00:00Z'),
  summary('Recent', 'published', '2026-10-01T00:00:00Z'),
  summary('Paused', 'suspended', '2026-11-01T00:00:00Z'),
  summary('Soon', 'draft', '2026-11-23T00:00:00Z'),
];

describe('groupMeetings', () => {
  it('puts what is under way first, then the soonest, then the latest', () => {
    const titles = groupMeetings(some).map(({ group, summaries }) => [
      group,
      summaries.map(({ meeting }) => meeting.title),
    ]);
    expect(titles).toEqual([
      ['now', ['Paused']],
      ['upcoming', ['Soon', 'Later']],
      ['past', ['Recent', 'Old']],
    ]);
  });

  it('leaves out groups without meetings', () => {
    expect(groupMeetings([])).toEqual([]);
  });
});

describe('findMeetings', () => {
  it('finds by any words of title and host, whatever their case', () => {
    expect(findMeetings(some, 'basin OLD').map(({ meeting }) => meeting.title)).toEqual(['Old']);
    expect(findMeetings(some, ' ')).toHaveLength(5);
  });
});
