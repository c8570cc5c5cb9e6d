import { Injectable } from '@nestjs/common';
import { InvitationsService } from '@roundtable/identity';
import { Clock } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';

/** Lets somebody read an imported meeting that no account stands behind. */
@Injectable()
export class ReaderLink {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly clock: Clock,
  ) {}

  /** Gives a participant a personal link. The meeting may have closed years ago: the link counts its days from now. */
  async issue(tx: EntityManager, meeting: string, participant: string): Promise<string | null> {
    const expiresAt = this.invitations.expiryAfter(this.clock.now());
    const [invitation] = await this.invitations.issue(tx, meeting, [participant], expiresAt);
    return invitation ? this.invitations.linkOf(invitation) : null;
  }
}
