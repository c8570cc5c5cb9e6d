import type { Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { Authenticator } from '@roundtable/platform';
import { UnauthenticatedError } from './identity.errors.js';

/** What is read of an HTTP request, of Express or any other. `ip` has gone through the trusted proxies. */
export interface VisitorRequest {
  ip?: string | undefined;
  headers: { cookie?: string | undefined; 'user-agent'?: string | undefined };
}

/** What is written to an HTTP response. */
export interface VisitorResponse {
  append(name: string, value: string): unknown;
}

/** Says who sends a request to a route that is open to everybody. */
@Injectable()
export class Visitor {
  constructor(private readonly authenticator: Authenticator) {}

  identify(request: VisitorRequest): Promise<Principal | null> {
    return this.authenticator.authenticate(request.headers.cookie);
  }

  /** @throws UnauthenticatedError for nobody. */
  async demand(request: VisitorRequest): Promise<Principal> {
    const principal = await this.identify(request);
    if (!principal) throw new UnauthenticatedError();
    return principal;
  }
}
