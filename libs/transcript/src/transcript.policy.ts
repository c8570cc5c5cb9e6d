import type { ErrorCode, MeetingState, Permission } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

/** Who may read and take away the transcript: whoever may read the room. */
export const TRANSCRIPT_POLICIES = {
  'transcript.read': mayReadTranscript,
  'transcript.export': mayReadTranscript,
} satisfies Partial<Record<Permission, Policy>>;

const READABLE: readonly MeetingState[] = ['open', 'suspended', 'closed', 'published'];

function mayReadTranscript({ membership }: Caller): true | ErrorCode {
  if (!membership) return 'not_found';
  if (membership.audience === 'public') return 'forbidden';
  if (membership.audience === 'staff' || READABLE.includes(membership.meetingState)) return true;
  return 'meeting_not_open';
}
