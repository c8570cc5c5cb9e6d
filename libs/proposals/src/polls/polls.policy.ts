import type { ErrorCode, MeetingState, Permission, Role } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

const MANAGE_POLLS: readonly Role[] = ['chair', 'moderator', 'secretary'];

/** A poll under way when the meeting was suspended or closed can still be ended and its result shown. */
const MANAGING: readonly MeetingState[] = ['open', 'suspended', 'closed'];

/** Who puts something to the vote, and who may vote at all; the electorate of a poll says the rest. */
export const POLLS_POLICIES = {
  'polls.manage': ({ membership }) => {
    if (!membership) return 'not_found';
    if (!membership.roles.some((role) => MANAGE_POLLS.includes(role))) return 'forbidden';
    return MANAGING.includes(membership.meetingState) || refusalIn(membership.meetingState);
  },
  'polls.cast': ({ membership }: Caller) => {
    if (!membership) return 'not_found';
    if (membership.audience !== 'staff' && membership.audience !== 'member') return 'forbidden';
    return membership.meetingState === 'open' || refusalIn(membership.meetingState);
  },
} satisfies Partial<Record<Permission, Policy>>;

function refusalIn(state: MeetingState): ErrorCode {
  return state === 'closed' || state === 'published' ? 'room_closed' : 'meeting_not_open';
}
