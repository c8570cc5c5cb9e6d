import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Membership, Principal } from '@roundtable/contracts';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import {
  attachCaller,
  Authenticator,
  Authorizer,
  DomainError,
  MembershipReader,
  Policies,
  type AuthorizationContext,
} from '@roundtable/platform';

/** What is read of an Express request or a Socket.IO socket. */
interface CallSource {
  /** Set by the handshake of a socket. */
  data?: { principal?: Principal };
  headers?: { cookie?: string };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Joins identity and meetings behind the access guard: who calls, what they are in the room or meeting that the
 * request names, and whether the one predicate of the permission says yes. Acts that change the record are judged
 * again under the room's lock.
 */
@Injectable()
export class PolicyAuthorizer extends Authorizer {
  /** The ports are looked up at the first call: the features that fill them are composed after the guard. */
  constructor(
    private readonly modules: ModuleRef,
    private readonly policies: Policies,
  ) {
    super();
  }

  override async authorize(context: AuthorizationContext): Promise<void> {
    const principal = await this.identify(context.source as CallSource);
    if (!principal) throw new DomainError('unauthenticated', ERROR_SENTENCES.unauthenticated);
    const caller = { principal, membership: await this.findMembership(principal, context.payload) };
    this.policies.demand(context.permission, caller);
    attachCaller(context, caller);
  }

  private async identify(source: CallSource): Promise<Principal | null> {
    if (source.data?.principal) return source.data.principal;
    return this.modules.get(Authenticator, { strict: false }).authenticate(source.headers?.cookie);
  }

  private async findMembership(principal: Principal, payload: unknown): Promise<Membership | null> {
    const memberships = this.modules.get(MembershipReader, { strict: false });
    const room = readId(payload, 'room');
    if (room) return memberships.ofRoom(principal, room);
    const meeting = readId(payload, 'meeting');
    return meeting ? memberships.ofMeeting(principal, meeting) : null;
  }
}

/** The payload is not validated yet: whatever is not an id counts as not there, and validation names it afterwards. */
function readId(payload: unknown, key: 'room' | 'meeting'): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const value: unknown = Reflect.get(payload, key);
  return typeof value === 'string' && ID.test(value) ? value : null;
}
