import type { ErrorCode, MeetingState, Membership, Permission, Role } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';

/** Texts are worked on after the sitting too, until the outcome is published. */
const DRAFTING: readonly MeetingState[] = ['open', 'suspended', 'closed'];
const RECOMMEND: readonly Role[] = ['rapporteur', 'secretary'];
const DECIDE: readonly Role[] = ['chair', 'moderator'];
const REGULATE: readonly Role[] = ['chair', 'moderator', 'secretary'];

/**
 * Who tables amendments and acts on their own, who advises on them, decides them, puts them into the text and stops new ones.
 * Who sponsors which, and who submits the proposal, the rules say under the lock.
 */
export const AMENDMENTS_POLICIES = {
  'amendments.table': (caller) =>
    judge(caller, ({ audience }) => audience === 'staff' || audience === 'member'),
  'amendments.recommend': (caller) => judge(caller, holds(RECOMMEND)),
  'amendments.decide': (caller) => judge(caller, holds(DECIDE)),
  'amendments.merge': (caller) => judge(caller, ({ audience }) => audience === 'staff'),
  'amendments.regulate': (caller) => judge(caller, holds(REGULATE)),
} satisfies Partial<Record<Permission, Policy>>;

function judge({ membership }: Caller, isRight: (membership: Membership) => boolean): true | ErrorCode {
  if (!membership) return 'not_found';
  if (!isRight(membership)) return 'forbidden';
  if (DRAFTING.includes(membership.meetingState)) return true;
  return membership.meetingState === 'published' ? 'room_closed' : 'meeting_not_open';
}

function holds(wanted: readonly Role[]): (membership: Membership) => boolean {
  return ({ roles }) => roles.some((role) => wanted.includes(role));
}
