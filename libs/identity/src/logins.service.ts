import type { LoginView, Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { Clock, Config, isId, newId } from '@roundtable/platform';
import { Revocation } from '@roundtable/realtime';
import type { EntityManager } from 'typeorm';
import { AccountError } from './identity.errors.js';
import { presentLogin } from './identity.presenter.js';
import { clearLoginCookie, writeLoginCookie } from './login-cookie.js';
import type { LoginEntity } from './login.entity.js';
import { LoginsRepository } from './logins.repository.js';
import { makeToken } from './opaque-token.js';
import type { VisitorRequest, VisitorResponse } from './visitor.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const ACCOUNT_LOGIN_MS = 30 * DAY_MS;
/** An invitation's own end comes first; this bounds what a forgotten browser may do. */
const INVITATION_LOGIN_MS = 180 * DAY_MS;
const LONGEST_USER_AGENT = 300;

/** A login just made: give the cookie to the browser after the transaction that made it. */
export interface OpenedLogin {
  id: string;
  owner: { account: string } | { invitation: string };
  setCookie: string;
}

/** Makes logins, shows them to their owner and ends them. Who may have one is for others to say. */
@Injectable()
export class LoginsService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly revocation: Revocation,
    private readonly work: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Makes a login; whoever was signed in on this browser before is signed out of it. */
  async open(
    tx: EntityManager,
    owner: OpenedLogin['owner'],
    browser: { request: VisitorRequest; replaces: Principal | null; hasConsented?: boolean },
  ): Promise<OpenedLogin> {
    const now = this.clock.now();
    const { token, hash } = makeToken();
    const isAccount = 'account' in owner;
    const login: LoginEntity = {
      id: newId(),
      tokenHash: hash,
      accountId: isAccount ? owner.account : null,
      invitationId: isAccount ? null : owner.invitation,
      createdAt: now,
      expiresAt: new Date(now.getTime() + (isAccount ? ACCOUNT_LOGIN_MS : INVITATION_LOGIN_MS)),
      lastSeenAt: now,
      consentedAt: browser.hasConsented ? now : null,
      endedAt: null,
      userAgent: cleanUserAgent(browser.request.headers['user-agent']),
    };
    if (browser.replaces) await this.logins.end(tx, browser.replaces.loginId, now);
    await this.logins.insert(tx, login);
    const setCookie = writeLoginCookie(token, login.expiresAt, this.config.isServedOverTls);
    return { id: login.id, owner, setCookie };
  }

  /** Gives the browser its cookie, and closes the sockets of the login it had before. Call after commit. */
  settle(opened: OpenedLogin, response: VisitorResponse, replaced: Principal | null): void {
    response.append('Set-Cookie', opened.setCookie);
    if (replaced) this.announceEnded([replaced.loginId]);
  }

  /** Signs this browser out. */
  async close(principal: Principal | null, response: VisitorResponse): Promise<void> {
    response.append('Set-Cookie', clearLoginCookie(this.config.isServedOverTls));
    if (principal) await this.end(principal.loginId);
  }

  async listOf(principal: Principal): Promise<LoginView[]> {
    const logins = await this.logins.listOf(ownerOf(principal), this.clock.now());
    return logins.map((login) => presentLogin(login, principal.loginId));
  }

  /** Ends one of the caller's own logins. @throws AccountError `not_found` for anybody else's. */
  async endOwn(principal: Principal, id: string): Promise<void> {
    const login = isId(id) ? await this.logins.find(id) : null;
    const owner = ownerOf(principal);
    const isOwn =
      'account' in owner ? login?.accountId === owner.account : login?.invitationId === owner.invitation;
    if (!isOwn) throw new AccountError('not_found');
    await this.work.inTransaction(async (tx) => {
      await this.logins.end(tx, id, this.clock.now());
      await this.noteEnded(tx, principal);
    });
    this.announceEnded([id]);
  }

  /** Ends the logins of an account, but one. Hand the answer to `announceEnded` after commit. */
  endAllOfAccount(tx: EntityManager, account: string, except: string | null = null): Promise<string[]> {
    return this.logins.endAllOfAccount(tx, account, this.clock.now(), except);
  }

  /** Closes the sockets of ended logins at once, instead of at the next sweep. */
  announceEnded(ids: string[]): void {
    this.revocation.endLogins(ids, 'login_ended');
  }

  private noteEnded(tx: EntityManager, { account, invitation }: Principal): Promise<void> {
    const own = account ? { account: account.id } : { participant: invitation?.participantId ?? '' };
    const meeting = invitation ? { meeting: invitation.meetingId } : {};
    return this.audit.note(tx, { act: 'login.ended', subject: own, actor: own, ...meeting });
  }

  private async end(id: string): Promise<void> {
    await this.work.inTransaction((tx) => this.logins.end(tx, id, this.clock.now()));
    this.announceEnded([id]);
  }
}

function ownerOf(principal: Principal): OpenedLogin['owner'] {
  if (principal.account) return { account: principal.account.id };
  if (principal.invitation) return { invitation: principal.invitation.id };
  throw new AccountError('not_found');
}

/** Shown back to its owner, so it is cut and freed of control characters. */
function cleanUserAgent(text: string | undefined): string | null {
  const clean = text
    ?.replace(/[^\x20-\x7e]/g, '')
    .slice(0, LONGEST_USER_AGENT)
    .trim();
  return clean ? clean : null;
}
