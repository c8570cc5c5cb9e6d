import type { ErrorCode, Membership, Permission, Role } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

const MANAGE_THE_FLOOR: readonly Role[] = ['chair', 'moderator', 'secretary'];

/** Who may ask for the floor, and who gives it. */
export const FLOOR_POLICIES = {
  'floor.request': (caller) =>
    whileOpen(caller, ({ audience }) => audience === 'staff' || audience === 'member'),
  'floor.manage': (caller) =>
    whileOpen(caller, ({ roles }) => roles.some((role) => MANAGE_THE_FLOOR.includes(role))),
} satisfies Partial<Record<Permission, Policy>>;

function whileOpen({ membership }: Caller, mayIt: (membership: Membership) => boolean): true | ErrorCode {
  if (!membership) return 'not_found';
  if (!mayIt(membership)) return 'forbidden';
  const { meetingState } = membership;
  if (meetingState === 'open') return true;
  return meetingState === 'closed' || meetingState === 'published' ? 'room_closed' : 'meeting_not_open';
}
