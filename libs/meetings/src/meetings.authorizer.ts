import type { Membership, Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import {
  INSTALLATION_PERMISSIONS,
  UnauthenticatedError,
  Visitor,
  type VisitorRequest,
} from '@roundtable/identity';
import {
  attachCaller,
  Authorizer,
  MembershipReader,
  Policies,
  type AuthorizationContext,
  type Caller,
} from '@roundtable/platform';
import { MeetingsError } from './meetings.errors.js';

/** The room or meeting that a call is about. */
interface Scope {
  room?: unknown;
  meeting?: unknown;
}

/**
 * Answers the guard: who calls, what are they in the meeting concerned, do they hold the permission. What a call is
 * about is read from where the handler reads it too: the path of a request, the payload of an intent. A body could name
 * another room than the path, so for requests it is not looked at.
 */
@Injectable()
export class MeetingsAuthorizer extends Authorizer {
  constructor(
    private readonly visitor: Visitor,
    private readonly memberships: MembershipReader,
    private readonly policies: Policies,
  ) {
    super();
  }

  override async authorize(context: AuthorizationContext): Promise<void> {
    const principal = await this.identify(context);
    if (!principal) throw new UnauthenticatedError();
    const caller: Caller = { principal, membership: null };
    if (!INSTALLATION_PERMISSIONS.has(context.permission)) {
      caller.membership = await this.findMembership(principal, scopeOf(context));
      if (!caller.membership) throw new MeetingsError('not_found');
    }
    if (!isJudgedUnderLock(context)) this.policies.demand(context.permission, caller);
    attachCaller(context, caller);
  }

  private async identify({ transport, source }: AuthorizationContext): Promise<Principal | null> {
    if (transport === 'http') return this.visitor.identify(source as VisitorRequest);
    return (source as { data?: { principal?: Principal } }).data?.principal ?? null;
  }

  private async findMembership(principal: Principal, { room, meeting }: Scope): Promise<Membership | null> {
    if (room === undefined) {
      return typeof meeting === 'string' ? this.memberships.ofMeeting(principal, meeting) : null;
    }
    const membership = typeof room === 'string' ? await this.memberships.ofRoom(principal, room) : null;
    return meeting === undefined || membership?.meetingId === meeting ? membership : null;
  }
}

/**
 * An intent with a client id appends to the record, which looks for the id first and judges the right under the room's
 * lock. Judged here as well, words whose acknowledgement was lost would be refused when sent again after the meeting
 * closed, although they are on the record.
 */
function isJudgedUnderLock({ transport, payload }: AuthorizationContext): boolean {
  if (transport !== 'socket' || typeof payload !== 'object' || payload === null) return false;
  return typeof (payload as { clientId?: unknown }).clientId === 'string';
}

function scopeOf({ transport, source, payload }: AuthorizationContext): Scope {
  if (transport === 'http') return (source as { params?: Scope }).params ?? {};
  if (typeof payload !== 'object' || payload === null) return {};
  return { room: (payload as Scope).room };
}
