import type { Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { Authenticator, Clock, Config, type WhyNobody } from '@roundtable/platform';
import { InviteeDirectory } from './invitee-directory.js';
import { readLoginCookie } from './login-cookie.js';
import { LoginsRepository } from './logins.repository.js';
import { hashToken } from './opaque-token.js';

const SEEN_EVERY_MS = 60_000;

/** Knows people by the login cookie. Asks the database each time, so that an ended login is refused at once. */
@Injectable()
export class CookieAuthenticator extends Authenticator {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly invitees: InviteeDirectory,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async authenticate(cookieHeader: string | undefined): Promise<Principal | null> {
    const tokenHash = this.hashIn(cookieHeader);
    if (!tokenHash) return null;
    const now = this.clock.now();
    const known = await this.logins.findValid(tokenHash, now);
    if (!known) return null;
    if (now.getTime() - known.lastSeenAt.getTime() > SEEN_EVERY_MS)
      await this.logins.touch(known.principal.loginId, now);
    return known.principal;
  }

  /** Whoever holds a login's secret may know that the link behind it was withdrawn, and the person with it. */
  override async whyNobody(cookieHeader: string | undefined): Promise<WhyNobody> {
    const tokenHash = this.hashIn(cookieHeader);
    const revoked = tokenHash && (await this.logins.findRevoked(tokenHash));
    if (!revoked) return 'unauthenticated';
    const person = await this.invitees.find(revoked.meetingId, revoked.participantId);
    return person ? 'link_revoked' : 'participant_removed';
  }

  private hashIn(cookieHeader: string | undefined): Buffer | null {
    return hashToken(readLoginCookie(cookieHeader, this.config.isServedOverTls));
  }
}
