import type { SetupRequest, SetupView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { Clock, Config, DomainError, newId } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { AccountsRepository } from './accounts.repository.js';
import { AccountError, LinkError } from './identity.errors.js';
import { hashToken, makeToken } from './opaque-token.js';
import { PasswordKeeper } from './password-keeper.js';
import type { SetupLinkEntity } from './setup-link.entity.js';
import { SetupLinksRepository } from './setup-links.repository.js';

const LINK_LASTS_MS = 7 * 24 * 60 * 60 * 1000;

/** Issues one-time set-up links and lets each be used once, to choose a name and a password. */
@Injectable()
export class SetupService {
  constructor(
    private readonly links: SetupLinksRepository,
    private readonly accounts: AccountsRepository,
    private readonly keeper: PasswordKeeper,
    private readonly work: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Makes a link in place of older unused ones and returns its full address, which is stored nowhere. */
  async issue(tx: EntityManager, purpose: SetupView['purpose'], accountId: string | null): Promise<string> {
    const { token, hash } = makeToken();
    const now = this.clock.now();
    await this.links.replace(tx, {
      id: newId(),
      purpose,
      accountId,
      tokenHash: hash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_LASTS_MS),
      usedAt: null,
    });
    return `${this.config.publicUrl}/setup/${token}`;
  }

  /** Gives the link for the first administrator while there is none; null as soon as one can sign in. */
  async firstAdministratorLink(): Promise<string | null> {
    if (await this.accounts.hasActiveAdministrator()) return null;
    return this.work.inTransaction((tx) => this.issue(tx, 'first_administrator', null));
  }

  /** @throws LinkError for a link that does not work. */
  async view(token: string): Promise<SetupView> {
    const hash = hashToken(token);
    const link = this.demandUsable(hash && (await this.links.findByHash(hash)));
    if (link.accountId === null) {
      await this.demandNoAdministrator();
      return { purpose: link.purpose, email: null, name: null };
    }
    const account = await this.accounts.find(link.accountId);
    if (!account) throw new LinkError('link_invalid');
    return { purpose: link.purpose, email: account.email, name: account.name };
  }

  /**
   * Uses the link up: sets name and password, which ends every login made with the one before, and returns the
   * account's id.
   * @throws LinkError, WeakPasswordError, AccountError `email_taken`
   */
  async use(token: string, wanted: SetupRequest): Promise<string> {
    const view = await this.view(token);
    const email = view.email ?? wanted.email;
    if (email.toLowerCase() !== wanted.email.toLowerCase())
      throw new DomainError('invalid', 'The address is not the one this link was made for.', {
        field: 'email',
      });
    const { name, password } = wanted;
    const passwordHash = await this.keeper.prepare(password, { email, name });
    const { account, ended } = await this.work.inTransaction(async (tx) => {
      const link = await this.lockUsable(tx, token);
      await this.links.markUsed(tx, link.id, this.clock.now());
      const account = link.accountId ?? (await this.makeFirstAdministrator(tx, { email, name }));
      const ended = await this.keeper.replace(tx, account, { name, passwordHash });
      const holder = { account };
      await this.audit.note(tx, { act: 'account.link_used', subject: holder, actor: holder });
      return { account, ended };
    });
    this.keeper.announceEnded(ended);
    return account;
  }

  private async makeFirstAdministrator(
    tx: EntityManager,
    { email, name }: { email: string; name: string },
  ): Promise<string> {
    await this.demandNoAdministrator(tx);
    const id = newId();
    const isNew = await this.accounts.insert(tx, {
      id,
      email,
      name,
      passwordHash: null,
      role: 'administrator',
      createdAt: this.clock.now(),
      disabledAt: null,
    });
    if (!isNew) throw new AccountError('email_taken');
    return id;
  }

  /** Links are used one after another: of two for the first administrator, the second finds that there is one. */
  private async lockUsable(tx: EntityManager, token: string): Promise<SetupLinkEntity> {
    await this.links.lockUse(tx);
    const hash = hashToken(token);
    return this.demandUsable(hash && (await this.links.lockByHash(tx, hash)));
  }

  /** Whoever set somebody up used the offer up, with whichever link. */
  private async demandNoAdministrator(tx?: EntityManager): Promise<void> {
    if (await this.accounts.hasActiveAdministrator(tx)) throw new LinkError('link_used');
  }

  private demandUsable(link: SetupLinkEntity | null): SetupLinkEntity {
    if (!link) throw new LinkError('link_invalid');
    if (link.usedAt) throw new LinkError('link_used');
    if (link.expiresAt <= this.clock.now()) throw new LinkError('link_expired');
    return link;
  }
}
