import type { AccountSetupLink, AccountView, ChangeAccount, CreateAccount } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { Clock, newId } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import type { AccountEntity } from './account.entity.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountError } from './identity.errors.js';
import { presentAccount } from './identity.presenter.js';
import { LoginsService } from './logins.service.js';
import { SetupService } from './setup.service.js';

/** Keeps the accounts of the installation: who may administer it and who may create meetings. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly setup: SetupService,
    private readonly logins: LoginsService,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async list(): Promise<AccountView[]> {
    return (await this.accounts.list()).map(presentAccount);
  }

  /** Makes an account without a password and the one-time link to choose one. @throws AccountError `email_taken` */
  async create(wanted: CreateAccount): Promise<AccountSetupLink> {
    return this.work.inTransaction(async (tx) => {
      const account = await this.insert(tx, wanted);
      await this.audit.note(tx, { act: 'account.created', subject: { account: account.id } });
      return { account: presentAccount(account), link: await this.setup.issue(tx, 'account', account.id) };
    });
  }

  /** Makes an administrator from the command line; the one-time link lets them choose a password. */
  createAdministrator(person: { email: string; name: string }): Promise<AccountSetupLink> {
    return this.create({ ...person, role: 'administrator' });
  }

  /** Makes a new one-time link, with which a forgotten password is replaced. The old one stops working. */
  async renewLink(id: string): Promise<AccountSetupLink> {
    return this.work.inTransaction(async (tx) => {
      const account = await this.demand(tx, id);
      await this.audit.note(tx, { act: 'account.link_renewed', subject: { account: id } });
      return { account: presentAccount(account), link: await this.setup.issue(tx, 'account', id) };
    });
  }

  /**
   * Changes the role, or disables and enables. Disabling ends every login at once.
   * @throws AccountError `last_administrator` where nobody would be left to administer.
   */
  async change(id: string, change: ChangeAccount): Promise<AccountView> {
    const { view, ended } = await this.work.inTransaction(async (tx) => {
      const administrators = await this.accounts.lockActiveAdministrators(tx);
      const account = await this.demand(tx, id);
      const next = { ...account, ...this.applyChange(account, change) };
      const stays = next.role === 'administrator' && next.disabledAt === null;
      if (!stays && administrators.length === 1 && administrators[0] === id)
        throw new AccountError('last_administrator');
      await this.accounts.update(tx, id, { role: next.role, disabledAt: next.disabledAt });
      await this.noteChange(tx, account, next);
      const ended = next.disabledAt ? await this.logins.endAllOfAccount(tx, id) : [];
      return { view: presentAccount(next), ended };
    });
    this.logins.announceEnded(ended);
    return view;
  }

  private async noteChange(tx: EntityManager, before: AccountEntity, next: AccountEntity): Promise<void> {
    const subject = { account: before.id };
    const wasDisabled = before.disabledAt !== null;
    const isDisabled = next.disabledAt !== null;
    if (before.role !== next.role) await this.audit.note(tx, { act: 'account.changed', subject });
    if (wasDisabled !== isDisabled)
      await this.audit.note(tx, { act: isDisabled ? 'account.disabled' : 'account.enabled', subject });
  }

  private applyChange(
    account: AccountEntity,
    change: ChangeAccount,
  ): Pick<AccountEntity, 'role' | 'disabledAt'> {
    const role = change.role === undefined ? account.role : change.role;
    if (change.disabled === undefined) return { role, disabledAt: account.disabledAt };
    return { role, disabledAt: change.disabled ? (account.disabledAt ?? this.clock.now()) : null };
  }

  private async insert(tx: EntityManager, wanted: CreateAccount): Promise<AccountEntity> {
    const account: AccountEntity = {
      id: newId(),
      email: wanted.email,
      name: wanted.name,
      passwordHash: null,
      role: wanted.role,
      createdAt: this.clock.now(),
      disabledAt: null,
    };
    if (!(await this.accounts.insert(tx, account))) throw new AccountError('email_taken');
    return account;
  }

  private async demand(tx: EntityManager, id: string): Promise<AccountEntity> {
    const account = await this.accounts.find(id, tx);
    if (!account) throw new AccountError('not_found');
    return account;
  }
}
