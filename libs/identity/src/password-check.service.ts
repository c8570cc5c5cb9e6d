import type { PasswordLogin } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AccountsRepository } from './accounts.repository.js';
import { AttemptLimits } from './attempt-limits.js';
import { CredentialsError } from './identity.errors.js';
import { PasswordsService } from './passwords.service.js';

/** Checks passwords, bounded and alike for everybody: an address without an account costs the same time. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordsService,
    private readonly limits: AttemptLimits,
  ) {}

  /** Returns the account's id. @throws CredentialsError, RateLimitedError */
  async demand({ email, password }: PasswordLogin, address: string | undefined): Promise<string> {
    const accountKey = email.toLowerCase();
    await this.limits.demand('passwordByAddress', address);
    await this.limits.demand('passwordByAccount', accountKey);
    const account = await this.accounts.findByEmail(email);
    const isUsable = account !== null && account.disabledAt === null;
    const isRight = await this.passwords.matches(isUsable ? account.passwordHash : null, password);
    if (isUsable && isRight) {
      await this.limits.forgive('passwordByAccount', accountKey);
      return account.id;
    }
    await this.limits.count('passwordByAddress', address);
    await this.limits.count('passwordByAccount', accountKey);
    throw new CredentialsError();
  }
}
