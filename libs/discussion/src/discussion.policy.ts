import type { ErrorCode, MeetingState, Permission } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

/** Who may do what in the discussion. Whose words they are is the message rules' to say. */
export const DISCUSSION_POLICIES = {
  'discussion.post': (caller) => mayTakePart(caller, ['staff', 'member'], ['open']),
  'discussion.state': (caller) => mayTakePart(caller, ['staff'], ['open']),
  'discussion.react': (caller) => mayTakePart(caller, ['staff', 'member', 'observer'], ['open']),
  'discussion.change_own': (caller) =>
    mayTakePart(caller, ['staff', 'member', 'observer'], ['open', 'suspended']),
} satisfies Partial<Record<Permission, Policy>>;

function mayTakePart(
  { membership }: Caller,
  audiences: readonly string[],
  states: readonly MeetingState[],
): true | ErrorCode {
  if (!membership) return 'not_found';
  if (!audiences.includes(membership.audience)) return 'forbidden';
  if (states.includes(membership.meetingState)) return true;
  return hasEnded(membership.meetingState) ? 'room_closed' : 'meeting_not_open';
}

function hasEnded(state: MeetingState): boolean {
  return state === 'closed' || state === 'published';
}
