import { Injectable } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Turnstile } from '@roundtable/platform';

/** argon2id (the package's standard) at the cost of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** The line is as long as is answered while somebody still looks at the page. */
const LINE = { atOnce: 4, waiting: 60, waitMs: 8_000 };

/** Hashes and checks passwords, a few at a time, so that a flood of sign-ins cannot take all memory. */
@Injectable()
export class PasswordsService {
  private readonly decoy = hash('a password nobody has', COST);
  private readonly turnstile = new Turnstile(LINE);

  /** @throws Busy where too many wait already. */
  hash(password: string): Promise<string> {
    return this.turnstile.run(() => hash(password, COST));
  }

  /** Takes as long for an account without a password, or for nobody, as for a wrong password. @throws Busy */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.decoy);
    const isRight = await this.turnstile.run(() => verify(against, password));
    return stored !== null && isRight;
  }
}
