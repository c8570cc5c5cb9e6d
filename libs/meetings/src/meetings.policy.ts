import type { ErrorCode, MeetingState, Permission, Role } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

const READABLE: readonly MeetingState[] = ['open', 'suspended', 'closed', 'published'];

/** Who may do what in a meeting, by the roles they have there. Whoever has none is a stranger. */
export const meetingsPolicies = {
  'meetings.read': (caller) => isParticipant(caller),
  'meetings.enter_lobby': (caller) => isParticipant(caller),
  'meetings.manage': (caller) => hasRole(caller, 'secretary'),
  'meetings.run': (caller) => hasRole(caller, 'secretary', 'chair', 'moderator'),
  'room.read': (caller) => mayReadRoom(caller),
  'agenda.manage': (caller) => hasRole(caller, 'secretary', 'chair', 'moderator'),
} satisfies Partial<Record<Permission, Policy>>;

/** A moderator has the chair's powers except closing the meeting. */
export function mayClose(roles: readonly Role[]): boolean {
  return roles.includes('chair') || roles.includes('secretary');
}

function isParticipant({ membership }: Caller): true | ErrorCode {
  return membership ? true : 'not_found';
}

function hasRole({ membership }: Caller, ...wanted: Role[]): true | ErrorCode {
  if (!membership) return 'not_found';
  return membership.roles.some((role) => wanted.includes(role)) || 'forbidden';
}

function mayReadRoom({ membership }: Caller): true | ErrorCode {
  if (!membership) return 'not_found';
  if (membership.audience === 'staff') return true;
  return READABLE.includes(membership.meetingState) || 'meeting_not_open';
}
