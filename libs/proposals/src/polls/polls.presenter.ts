import type { Audience, Entry, PollView } from '@roundtable/contracts';

/** The public sees no polls here; what is closed and not yet published shows its outcome to staff alone. */
export function presentPolls(entry: Entry, audience: Audience): Entry | null {
  if (audience === 'public') return null;
  switch (entry.type) {
    case 'polls.created':
    case 'polls.changed':
    case 'polls.started':
    case 'polls.closed':
    case 'polls.published':
    case 'polls.cancelled':
      return { ...entry, data: { ...entry.data, poll: presentPoll(entry.data.poll, audience) } };
    default:
      return null;
  }
}

/** The poll as this audience may see it. */
export function presentPoll(poll: PollView, audience: Audience): PollView {
  if (audience === 'staff' || poll.state !== 'closed') return poll;
  return { ...poll, outcome: null };
}
