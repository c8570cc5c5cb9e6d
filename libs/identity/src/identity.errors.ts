import { ERROR_SENTENCES, LIMITS, type ErrorCode } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';
import type { PasswordFault } from './password-policy.js';

/** Refuses a caller whom nobody vouches for. */
export class UnauthenticatedError extends DomainError {
  constructor() {
    super('unauthenticated', ERROR_SENTENCES.unauthenticated);
  }
}

/** The one answer to a wrong password, an unknown address and a disabled account. */
export class CredentialsError extends DomainError {
  constructor() {
    super('credentials', ERROR_SENTENCES.credentials);
  }
}

/** Names what is wrong with a chosen password. */
export class WeakPasswordError extends DomainError {
  constructor(fault: PasswordFault) {
    super('weak_password', explain(fault), { reason: fault, minLength: LIMITS.passwordMinLength });
  }
}

/** Says why a link does not work: link_invalid, link_revoked, link_expired or link_used. */
export class LinkError extends DomainError {
  constructor(code: Extract<ErrorCode, `link_${string}`>) {
    super(code, ERROR_SENTENCES[code]);
  }
}

/** Asks for patience, in milliseconds. */
export class RateLimitedError extends DomainError {
  constructor(retryAfterMs: number) {
    super('rate_limited', ERROR_SENTENCES.rate_limited, { retryAfterMs }, true);
  }
}

/** Refuses with a code whose standard sentence says it all. */
export class AccountError extends DomainError {
  constructor(code: 'email_taken' | 'last_administrator' | 'not_found') {
    super(code, ERROR_SENTENCES[code]);
  }
}

function explain(fault: PasswordFault): string {
  switch (fault) {
    case 'too_short':
      return `The password is too short: use at least ${LIMITS.passwordMinLength} characters, for example four words.`;
    case 'too_long':
      return `The password is too long: use at most ${LIMITS.passwordMaxLength} characters.`;
    case 'repeats_person':
      return 'The password is little more than your name or address: choose something others cannot guess.';
    case 'too_common':
      return 'The password is one of those that are tried first: choose something less usual, for example four words.';
  }
}
