import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '@roundtable/identity';
import { JsonLogger } from '@roundtable/platform';
import { ContactsRepository } from './contacts.repository.js';
import { MeetingInvitationsService } from './meeting-invitations.service.js';

/**
 * Sends somebody their links again. It is answered alike whether the address is known or not, and before the work
 * is done, so that neither the words nor the time tell who takes part in what.
 */
@Injectable()
export class ResendService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly invitations: MeetingInvitationsService,
    private readonly limits: AttemptLimits,
    private readonly logger: JsonLogger,
  ) {}

  /** @throws RateLimitedError for a peer that asks too often. */
  async request(email: string, address: string | undefined): Promise<void> {
    await this.limits.demand('resendByAddress', address);
    await this.limits.count('resendByAddress', address);
    setImmediate(() => {
      this.sendAll(email).catch((error: unknown) =>
        this.logger.logger.error({ err: error }, 'resending links failed'),
      );
    });
  }

  /** Writes to the address on file, not to the one typed: they may differ in case. */
  private async sendAll(email: string): Promise<void> {
    if (!(await this.limits.count('resendByEmail', email.toLowerCase()))) return;
    for (const { meeting, participant } of await this.contacts.findByEmail(email)) {
      const own = (await this.invitations.list(meeting)).find((each) => each.participant === participant);
      if (own?.link) await this.invitations.send(meeting, participant);
    }
  }
}
