import type { ErrorCode, MeetingState, Permission } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

/** Drafting goes on after the sitting, until the outcome is published. */
const DRAFTING: readonly MeetingState[] = ['open', 'suspended', 'closed'];

/** Who may write documents at all; which of them, the proposal says by its submitters and its state. */
export const DOCUMENTS_POLICIES = {
  'documents.write': mayWrite,
} satisfies Partial<Record<Permission, Policy>>;

function mayWrite({ membership }: Caller): true | ErrorCode {
  if (!membership) return 'not_found';
  if (membership.audience !== 'staff' && membership.audience !== 'member') return 'forbidden';
  if (DRAFTING.includes(membership.meetingState)) return true;
  return membership.meetingState === 'published' ? 'room_closed' : 'meeting_not_open';
}
