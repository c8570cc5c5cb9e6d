import type { Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { Authenticator, Clock, Config } from '@roundtable/platform';
import { readLoginCookie } from './login-cookie.js';
import { LoginsRepository } from './logins.repository.js';
import { hashToken } from './opaque-token.js';

const SEEN_EVERY_MS = 60_000;

/** Knows people by the login cookie. Asks the database each time, so that an ended login is refused at once. */
@Injectable()
export class CookieAuthenticator extends Authenticator {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async authenticate(cookieHeader: string | undefined): Promise<Principal | null> {
    const tokenHash = hashToken(readLoginCookie(cookieHeader, this.config.isServedOverTls));
    if (!tokenHash) return null;
    const now = this.clock.now();
    const known = await this.logins.findValid(tokenHash, now);
    if (!known) return null;
    if (now.getTime() - known.lastSeenAt.getTime() > SEEN_EVERY_MS)
      await this.logins.touch(known.principal.loginId, now);
    return known.principal;
  }
}
