import type { ErrorCode, MeetingState, Permission } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

/** Drafting goes on after the sitting, until the outcome is published. */
const DRAFTING: readonly MeetingState[] = ['open', 'suspended', 'closed'];

/** Who may capture proposals and work on them, and who may take a position. */
export const PROPOSALS_POLICIES = {
  'proposals.capture': mayDraft,
  'proposals.change': mayDraft,
  'proposals.position': mayTakePosition,
} satisfies Partial<Record<Permission, Policy>>;

function mayDraft({ membership }: Caller): true | ErrorCode {
  if (!membership) return 'not_found';
  if (membership.audience !== 'staff') return 'forbidden';
  return DRAFTING.includes(membership.meetingState) || refusalIn(membership.meetingState);
}

function mayTakePosition({ membership }: Caller): true | ErrorCode {
  if (!membership) return 'not_found';
  if (membership.audience !== 'staff' && membership.audience !== 'member') return 'forbidden';
  return DRAFTING.includes(membership.meetingState) || refusalIn(membership.meetingState);
}

function refusalIn(state: MeetingState): ErrorCode {
  return state === 'published' ? 'room_closed' : 'meeting_not_open';
}
