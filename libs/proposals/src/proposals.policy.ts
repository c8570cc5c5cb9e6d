import type { ErrorCode, MeetingState, Permission } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

/** Drafting goes on after the sitting, until the outcome is published. */
const DRAFTING: readonly MeetingState[] = ['open', 'suspended', 'closed'];

/** Who may capture proposals and work on them. */
export const PROPOSALS_POLICIES = {
  'proposals.capture': mayDraft,
  'proposals.change': mayDraft,
} satisfies Partial<Record<Permission, Policy>>;

function mayDraft({ membership }: Caller): true | ErrorCode {
  if (!membership) return 'not_found';
  if (membership.audience !== 'staff') return 'forbidden';
  if (DRAFTING.includes(membership.meetingState)) return true;
  return membership.meetingState === 'published' ? 'room_closed' : 'meeting_not_open';
}
