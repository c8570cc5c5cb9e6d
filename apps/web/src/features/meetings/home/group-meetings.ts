import type { MeetingSummary } from '@roundtable/contracts';

export type MeetingGroup = 'now' | 'upcoming' | 'past';

/** Meetings as one looks for them: those under way, then what comes soonest, then what was last. */
export function groupMeetings(
  summaries: readonly MeetingSummary[],
): { group: MeetingGroup; summaries: MeetingSummary[] }[] {
  const of = (group: MeetingGroup) => summaries.filter(({ meeting }) => groupOf(meeting.state) === group);
  const begin = ({ meeting }: MeetingSummary) => Date.parse(meeting.startsAt);
  return [
    { group: 'now' as const, summaries: of('now').sort((a, b) => begin(a) - begin(b)) },
    { group: 'upcoming' as const, summaries: of('upcoming').sort((a, b) => begin(a) - begin(b)) },
    { group: 'past' as const, summaries: of('past').sort((a, b) => begin(b) - begin(a)) },
  ].filter((each) => each.summaries.length > 0);
}

/** Meetings whose title or host holds every word that was typed. */
export function findMeetings(summaries: readonly MeetingSummary[], words: string): MeetingSummary[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return summaries.filter(({ meeting }) => {
    const text = `${meeting.title} ${meeting.host}`.toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function groupOf(state: MeetingSummary['meeting']['state']): MeetingGroup {
  if (state === 'open' || state === 'suspended') return 'now';
  return state === 'closed' || state === 'published' ? 'past' : 'upcoming';
}
