import type { CloseCode } from '@roundtable/contracts';

/** A login that is over, and what its tabs are told. */
export interface EndedLogin {
  loginId: string;
  code: CloseCode;
}

/**
 * Says which of some logins have ended: signed out, expired, or come in on a link that was withdrawn. A port, filled by
 * identity; the sweep asks it every two seconds about the logins connected here, so that an act on another node, or
 * on the command line, reaches them too.
 */
export abstract class EndedLogins {
  abstract endedAmong(loginIds: string[]): Promise<EndedLogin[]>;
}
