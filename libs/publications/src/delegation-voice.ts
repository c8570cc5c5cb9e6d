import { Injectable } from '@nestjs/common';
import type { Membership, Role } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import type { EntityManager } from 'typeorm';
import { DelegationMissing, NoDelegation, OtherDelegation } from './publications.errors.js';

/** They write down what a delegation says at the table. */
const SPEAK_FOR_ANY: readonly Role[] = ['chair', 'moderator', 'secretary', 'rapporteur'];

/** No delegation has this id. */
const NOBODY = '';

/** Says for which delegation somebody speaks when they reserve a position or object. */
@Injectable()
export class DelegationVoice {
  constructor(private readonly meetings: MeetingsRepository) {}

  /** One's own delegation, or for staff the one they name. @throws NoDelegation, OtherDelegation or DelegationMissing */
  async speakingFor(
    tx: EntityManager,
    membership: Membership,
    named: string | null | undefined,
  ): Promise<string> {
    const own = await this.ownOf(tx, membership);
    if (!named || named === own) {
      if (own === null) throw new NoDelegation();
      return own;
    }
    if (!this.maySpeakForAny(membership)) throw new OtherDelegation(named);
    const known = await this.meetings.delegations(membership.meetingId, tx);
    if (!known.some(({ id }) => id === named)) throw new DelegationMissing(named);
    return named;
  }

  /** The delegation whose words alone somebody may take back; null where they may for any. */
  async limitedTo(tx: EntityManager, membership: Membership): Promise<string | null> {
    if (this.maySpeakForAny(membership)) return null;
    return (await this.ownOf(tx, membership)) ?? NOBODY;
  }

  private maySpeakForAny({ roles }: Membership): boolean {
    return roles.some((role) => SPEAK_FOR_ANY.includes(role));
  }

  private async ownOf(tx: EntityManager, { meetingId, participantId }: Membership): Promise<string | null> {
    const person = await this.meetings.findParticipant(meetingId, participantId, tx);
    return person?.delegation ?? null;
  }
}
