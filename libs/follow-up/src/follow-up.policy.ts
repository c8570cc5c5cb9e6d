import type { ErrorCode, MeetingState, Permission, Role } from '@roundtable/contracts';
import type { Policy } from '@roundtable/platform';

/** What becomes of a proposal is told long after the sitting, and after the outcome is published. */
const WORKABLE: readonly MeetingState[] = ['open', 'suspended', 'closed', 'published'];
const PLANNERS: readonly Role[] = ['secretary', 'rapporteur'];

/**
 * Who reads what became of proposals, who sets a follow-up up, and who may report. That somebody is responsible for the one
 * concerned is judged where it is read.
 */
export const FOLLOW_UP_POLICIES = {
  'follow_up.read': ({ membership }) => {
    if (!membership) return 'not_found';
    if (membership.audience === 'public') return 'forbidden';
    return membership.audience === 'staff' ? true : isWorkable(membership.meetingState);
  },
  'follow_up.plan': ({ membership }) => {
    if (!membership) return 'not_found';
    return mayPlan(membership) ? isWorkable(membership.meetingState) : 'forbidden';
  },
  'follow_up.report': ({ membership }) => {
    if (!membership) return 'not_found';
    if (membership.audience === 'public') return 'forbidden';
    return isWorkable(membership.meetingState);
  },
} satisfies Partial<Record<Permission, Policy>>;

/** Those who set follow-ups up write reports for everybody. */
export function mayPlan({ roles }: { roles: readonly Role[] }): boolean {
  return roles.some((role) => PLANNERS.includes(role));
}

function isWorkable(state: MeetingState): true | ErrorCode {
  return WORKABLE.includes(state) ? true : 'meeting_not_open';
}
