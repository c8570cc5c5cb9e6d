import type { MeView, Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { Config, Policies } from '@roundtable/platform';
import { AccountsRepository } from './accounts.repository.js';
import { InviteeDirectory } from './invitee-directory.js';
import { LoginsRepository } from './logins.repository.js';

const NOBODY: MeView = { login: null, account: null, participant: null, outbox: false };

/** Tells a browser who it is. */
@Injectable()
export class MeService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly accounts: AccountsRepository,
    private readonly invitees: InviteeDirectory,
    private readonly policies: Policies,
    private readonly config: Config,
  ) {}

  async view(principal: Principal | null): Promise<MeView> {
    const login = principal && (await this.logins.find(principal.loginId));
    if (!principal || !login) return NOBODY;
    return {
      login: {
        id: login.id,
        kind: principal.account ? 'account' : 'invitation',
        createdAt: login.createdAt.toISOString(),
        expiresAt: login.expiresAt.toISOString(),
      },
      account: await this.describeAccount(principal),
      participant: await this.describeParticipant(principal),
      outbox: this.config.smtpUrl === undefined && this.mayReadOutbox(principal),
    };
  }

  private async describeAccount({ account }: Principal): Promise<MeView['account']> {
    const known = account && (await this.accounts.find(account.id));
    return known && { id: known.id, email: known.email, name: known.name, role: known.role };
  }

  private async describeParticipant({ invitation }: Principal): Promise<MeView['participant']> {
    return invitation && this.invitees.find(invitation.meetingId, invitation.participantId);
  }

  private mayReadOutbox(principal: Principal): boolean {
    return this.policies.heldBy({ principal, membership: null }).includes('outbox.read');
  }
}
