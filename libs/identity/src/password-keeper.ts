import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountsRepository } from './accounts.repository.js';
import { WeakPasswordError } from './identity.errors.js';
import { LoginsService } from './logins.service.js';
import { findPasswordFault } from './password-policy.js';
import { PasswordsService } from './passwords.service.js';
import { SetupLinksRepository } from './setup-links.repository.js';

/** What an account is given together with its new password. */
export interface NewPassword {
  passwordHash: string;
  name?: string;
}

/** Puts a password somebody chose in place of the one before, and ends what that one leaves open. */
@Injectable()
export class PasswordKeeper {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly links: SetupLinksRepository,
    private readonly passwords: PasswordsService,
    private readonly logins: LoginsService,
  ) {}

  /** Gives the form in which the password is stored. @throws WeakPasswordError, Busy */
  async prepare(password: string, person: { email: string; name: string }): Promise<string> {
    const fault = findPasswordFault(password, person);
    if (fault) throw new WeakPasswordError(fault);
    return this.passwords.hash(password);
  }

  /**
   * Stores it, takes back set-up links that nobody used, and ends every login but one. Hand the answer to
   * `announceEnded` after commit. Waits for a link that is being used, and makes others wait.
   */
  async replace(
    tx: EntityManager,
    account: string,
    chosen: NewPassword,
    except: string | null = null,
  ): Promise<string[]> {
    await this.links.lockUse(tx);
    await this.links.deleteUnused(tx, account);
    await this.accounts.update(tx, account, chosen);
    return this.logins.endAllOfAccount(tx, account, except);
  }

  /** Closes the sockets of logins that `replace` ended. */
  announceEnded(logins: string[]): void {
    this.logins.announceEnded(logins);
  }
}
