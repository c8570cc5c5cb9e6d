import type { Audience, ErrorCode, MeetingState, Membership, Permission, Role } from '@roundtable/contracts';
import type { Caller, Policy } from '@roundtable/platform';
import type { ActingPerson } from './life/acting-person.js';

/** Drafting goes on after the sitting, until the outcome is published. */
const DRAFTING: readonly MeetingState[] = ['open', 'suspended', 'closed'];
const CONDUCT: readonly Role[] = ['chair', 'moderator', 'secretary'];
const RECOMMEND: readonly Role[] = ['rapporteur', 'secretary'];

/** Who may capture proposals, work on them, conduct their life, advise on them and take a position. */
export const PROPOSALS_POLICIES = {
  'proposals.capture': (caller) => judge(caller, ({ audience }) => audience === 'staff'),
  /** Members write what they submit themselves; which that is, the rules say under the lock. */
  'proposals.change': (caller) => judge(caller, ({ audience }) => takesPart(audience)),
  'proposals.conduct': (caller) => judge(caller, ({ roles }) => holds(roles, CONDUCT)),
  'proposals.recommend': (caller) => judge(caller, ({ roles }) => holds(roles, RECOMMEND)),
  'proposals.position': (caller) => judge(caller, ({ audience }) => takesPart(audience)),
} satisfies Partial<Record<Permission, Policy>>;

/** What somebody is to the rules of a proposal's life. */
export function actAs(membership: Membership, delegation: string | null): ActingPerson {
  const { participantId, audience, roles } = membership;
  return {
    participant: participantId,
    delegation,
    isStaff: audience === 'staff',
    conducts: holds(roles, CONDUCT),
  };
}

function judge({ membership }: Caller, isRight: (membership: Membership) => boolean): true | ErrorCode {
  if (!membership) return 'not_found';
  if (!isRight(membership)) return 'forbidden';
  return DRAFTING.includes(membership.meetingState) || refusalIn(membership.meetingState);
}

function takesPart(audience: Audience): boolean {
  return audience === 'staff' || audience === 'member';
}

function holds(roles: readonly Role[], wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role));
}

function refusalIn(state: MeetingState): ErrorCode {
  return state === 'published' ? 'room_closed' : 'meeting_not_open';
}
