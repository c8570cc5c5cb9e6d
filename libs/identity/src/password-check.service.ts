import type { PasswordLogin } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AccountsRepository } from './accounts.repository.js';
import { AttemptLimits, type Attempt } from './attempt-limits.js';
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

  /** Returns the account's id. @throws CredentialsError, RateLimitedError, Busy */
  demand(login: PasswordLogin, address: string | undefined): Promise<string> {
    return this.bounded('passwordByAddress', address, () =>
      this.bounded('passwordByAccount', login.email.toLowerCase(), () => this.verify(login)),
    );
  }

  /** Looking at a password takes a while: the attempt is taken before, and only a wrong one keeps it. */
  private async bounded<T>(attempt: Attempt, key: string | undefined, work: () => Promise<T>): Promise<T> {
    await this.limits.take(attempt, key);
    let isWrong = false;
    try {
      return await work();
    } catch (error) {
      isWrong = error instanceof CredentialsError;
      throw error;
    } finally {
      if (!isWrong) await this.limits.giveBack(attempt, key);
    }
  }

  private async verify({ email, password }: PasswordLogin): Promise<string> {
    const account = await this.accounts.findByEmail(email);
    const isUsable = account !== null && account.disabledAt === null;
    const isRight = await this.passwords.matches(isUsable ? account.passwordHash : null, password);
    if (!isUsable || !isRight) throw new CredentialsError();
    await this.limits.forgive('passwordByAccount', email.toLowerCase());
    return account.id;
  }
}
