import type { ChangePassword, Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { AccountsRepository } from './accounts.repository.js';
import { AccountError } from './identity.errors.js';
import { PasswordCheck } from './password-check.service.js';
import { PasswordKeeper } from './password-keeper.js';

/** Lets a person with an account choose another password, which ends their other logins. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly check: PasswordCheck,
    private readonly accounts: AccountsRepository,
    private readonly keeper: PasswordKeeper,
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CredentialsError where `current` is wrong, WeakPasswordError where `next` is weak. */
  async change(principal: Principal, wanted: ChangePassword, address: string | undefined): Promise<void> {
    const account = principal.account && (await this.accounts.find(principal.account.id));
    if (!account) throw new AccountError('not_found');
    await this.check.demand({ email: account.email, password: wanted.current }, address);
    const passwordHash = await this.keeper.prepare(wanted.next, account);
    const ended = await this.work.inTransaction(async (tx) => {
      const ended = await this.keeper.replace(tx, account.id, { passwordHash }, principal.loginId);
      const own = { account: account.id };
      await this.audit.note(tx, { act: 'account.password_changed', subject: own, actor: own });
      return ended;
    });
    this.keeper.announceEnded(ended);
  }
}
