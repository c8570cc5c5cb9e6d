import type { ChangePassword, Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { AccountsRepository } from './accounts.repository.js';
import { AccountError, WeakPasswordError } from './identity.errors.js';
import { LoginsService } from './logins.service.js';
import { PasswordCheck } from './password-check.service.js';
import { findPasswordFault } from './password-policy.js';
import { PasswordsService } from './passwords.service.js';

/** Lets a person with an account choose another password, which ends their other logins. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly check: PasswordCheck,
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordsService,
    private readonly logins: LoginsService,
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CredentialsError where `current` is wrong, WeakPasswordError where `next` is weak. */
  async change(principal: Principal, wanted: ChangePassword, address: string | undefined): Promise<void> {
    const account = principal.account && (await this.accounts.find(principal.account.id));
    if (!account) throw new AccountError('not_found');
    await this.check.demand({ email: account.email, password: wanted.current }, address);
    const fault = findPasswordFault(wanted.next, account);
    if (fault) throw new WeakPasswordError(fault);
    const passwordHash = await this.passwords.hash(wanted.next);
    const ended = await this.work.inTransaction(async (tx) => {
      await this.accounts.update(tx, account.id, { passwordHash });
      const own = { account: account.id };
      await this.audit.note(tx, { act: 'account.password_changed', subject: own, actor: own });
      return this.logins.endAllOfAccount(tx, account.id, principal.loginId);
    });
    this.logins.announceEnded(ended);
  }
}
