import type { ErrorCode, MeetingState, Permission, Role } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

/** The outcome is worked on after the sitting too, until it is published. */
const WORKABLE: readonly MeetingState[] = ['open', 'suspended', 'closed'];
const READABLE: readonly MeetingState[] = [...WORKABLE, 'published'];
const ADOPTERS: readonly Role[] = ['chair', 'moderator'];

/** Who drafts the outcome, who adopts it, who may reserve a position or object, and who may take it away. */
export const PUBLICATIONS_POLICIES = {
  'publications.read': ({ membership }) => {
    if (!membership) return 'not_found';
    if (membership.audience === 'public') return 'forbidden';
    if (membership.audience === 'staff' || READABLE.includes(membership.meetingState)) return true;
    return 'meeting_not_open';
  },
  'publications.draft': ({ membership }) => {
    if (!membership) return 'not_found';
    if (membership.audience !== 'staff') return 'forbidden';
    return isWorkable(membership.meetingState);
  },
  'publications.respond': ({ membership }: Caller) => {
    if (!membership) return 'not_found';
    if (membership.audience !== 'staff' && membership.audience !== 'member') return 'forbidden';
    return isWorkable(membership.meetingState);
  },
  'publications.adopt': ({ membership }: Caller) => {
    if (!membership) return 'not_found';
    if (!membership.roles.some((role) => ADOPTERS.includes(role))) return 'forbidden';
    return isWorkable(membership.meetingState);
  },
} satisfies Partial<Record<Permission, Policy>>;

function isWorkable(state: MeetingState): true | ErrorCode {
  if (WORKABLE.includes(state)) return true;
  return state === 'published' ? 'room_closed' : 'meeting_not_open';
}
