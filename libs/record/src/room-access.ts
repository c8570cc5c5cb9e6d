import { Injectable } from '@nestjs/common';
import type { Membership, Permission, Principal } from '@roundtable/contracts';
import { MembershipReader, Policies } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { RoomNotFound } from './record.errors.js';

/** Says who may read a room, fresh from the database. */
@Injectable()
export class RoomAccess {
  constructor(
    private readonly memberships: MembershipReader,
    private readonly policies: Policies,
  ) {}

  /** @throws RoomNotFound for a stranger. @throws DomainError with the policy's code where reading is not allowed now. */
  async demandReading(principal: Principal, room: string, manager?: EntityManager): Promise<Membership> {
    const membership = await this.memberships.ofRoom(principal, room, manager);
    if (!membership) throw new RoomNotFound();
    this.policies.demand('room.read', { principal, membership });
    return membership;
  }

  /** Everything the principal may do in the room now. */
  permissionsOf(principal: Principal, membership: Membership): Permission[] {
    return this.policies.heldBy({ principal, membership });
  }
}
