import {
  ERROR_SENTENCES,
  type ErrorCode,
  type Membership,
  type Permission,
  type Principal,
} from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import type { Demand } from './demand.js';
import { DomainError } from './domain-error.js';

/** Who acts: the login's principal and, inside a meeting, what they are there. */
export interface Caller {
  principal: Principal;
  membership: Membership | null;
}

/** A caller known to be in the meeting concerned; what every intent of a room is handed. */
export interface Member {
  principal: Principal;
  membership: Membership;
}

/** Says whether a caller holds one permission: true, or the code to refuse with. Pure; lives in a feature's policy file. */
export type Policy = (caller: Caller) => true | ErrorCode;

/** Holds the one predicate of each permission. Features register theirs at start; a permission nobody registered is refused. */
export class Policies {
  private readonly predicates = new Map<Permission, Policy>();

  /** @throws Error when the permission has a predicate already. */
  register(policies: Partial<Record<Permission, Policy>>): void {
    for (const [permission, policy] of Object.entries(policies) as [Permission, Policy][]) {
      if (this.predicates.has(permission)) throw new Error(`${permission} has two policies.`);
      this.predicates.set(permission, policy);
    }
  }

  /** @throws DomainError with the code the predicate gives. */
  demand(permission: Permission, caller: Caller): void {
    const answer = this.judge(permission, caller);
    if (answer !== true) throw new DomainError(answer, ERROR_SENTENCES[answer]);
  }

  /** The permissions that the caller holds now, sorted by name. */
  heldBy(caller: Caller): Permission[] {
    return [...this.predicates.keys()].filter((permission) => this.judge(permission, caller) === true).sort();
  }

  registered(): Permission[] {
    return [...this.predicates.keys()];
  }

  private judge(permission: Permission, caller: Caller): true | ErrorCode {
    const predicate = this.predicates.get(permission);
    return predicate ? predicate(caller) : 'forbidden';
  }
}

/**
 * Reads what a principal is in a meeting, fresh from the database: null for strangers, for removed participants and for
 * revoked invitations. A port, filled by meetings. Inside a transaction hand its manager over, so that the answer is
 * the one under the lock.
 */
export abstract class MembershipReader {
  abstract ofRoom(principal: Principal, room: string, manager?: EntityManager): Promise<Membership | null>;
  /** What `ofRoom` says of each of several, by login id, in one question; strangers are not in it. */
  ofRoomEach?(
    principals: readonly Principal[],
    room: string,
    manager: EntityManager,
  ): Promise<Map<string, Membership>>;
  /** That each is still the same in the room; `memberships` by login id. */
  demandSame?(memberships: ReadonlyMap<string, Membership>, room: string): Demand;
  abstract ofMeeting(
    principal: Principal,
    meeting: string,
    manager?: EntityManager,
  ): Promise<Membership | null>;
}

/** Why a login lets nobody in: it is over, or the right that it stood for was taken away. */
export type WhyNobody = Extract<ErrorCode, 'unauthenticated' | 'link_revoked' | 'participant_removed'>;

/** Turns the Cookie header of a request or a handshake into a principal, null for nobody. A port, filled by identity. */
export abstract class Authenticator {
  abstract authenticate(cookieHeader: string | undefined): Promise<Principal | null>;
  /** Asked where `authenticate` knew nobody. */
  abstract whyNobody(cookieHeader: string | undefined): Promise<WhyNobody>;
}
