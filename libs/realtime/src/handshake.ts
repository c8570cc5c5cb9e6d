import { Injectable } from '@nestjs/common';
import {
  ERROR_SENTENCES,
  LIMITS,
  PROTOCOL_VERSION,
  type ErrorCode,
  type Principal,
} from '@roundtable/contracts';
import { Authenticator, DomainError, translateError } from '@roundtable/platform';
import { Admission } from './admission.js';
import { accountChannel, invitationChannel, loginChannel, participantChannel } from './channels.js';
import { LiveServer } from './live-server.js';
import type { LiveSocket } from './live-socket.js';

/** How Socket.IO hands a refusal to the client: `connect_error` with `data`. */
class HandshakeRefused extends Error {
  readonly data: unknown;

  constructor(cause: unknown) {
    const { wire } = translateError(cause);
    super(wire.message);
    this.data = wire;
  }
}

/**
 * Lets a connection in or refuses it, before any handler exists for it: Nest's guards do not run on connections. Where
 * a request comes from (Origin) is checked by the adapter, before this.
 */
@Injectable()
export class Handshake {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly live: LiveServer,
    private readonly admission: Admission,
  ) {}

  /** The middleware for `io.use`. Refuses with a WireError in the error's `data`. */
  readonly middleware = (socket: LiveSocket, next: (error?: Error) => void): void => {
    this.admit(socket).then(
      () => next(),
      (error: unknown) => next(new HandshakeRefused(error)),
    );
  };

  private async admit(socket: LiveSocket): Promise<void> {
    if (socket.handshake.auth['v'] !== PROTOCOL_VERSION)
      throw refusal('protocol_version', { v: PROTOCOL_VERSION });
    const { cookie } = socket.handshake.headers;
    const principal = await this.admission.enter(() => this.identify(cookie));
    // From here on nothing waits: two connections cannot both be the last one allowed.
    if (this.live.countIn(loginChannel(principal.loginId)) >= LIMITS.socketsPerLogin)
      throw refusal('too_many_connections', { limit: LIMITS.socketsPerLogin });
    socket.data.principal = principal;
    socket.data.seats = new Map();
    void socket.join(channelsOf(principal));
  }

  /** Who lost the right to read while the line was down is told so, to erase what is kept of the room. */
  private async identify(cookie: string | undefined): Promise<Principal> {
    const principal = await this.authenticator.authenticate(cookie);
    if (!principal) throw refusal(await this.authenticator.whyNobody(cookie));
    return principal;
  }
}

function channelsOf({ loginId, account, invitation }: Principal): string[] {
  const channels = [loginChannel(loginId)];
  if (account) channels.push(accountChannel(account.id));
  if (invitation)
    channels.push(invitationChannel(invitation.id), participantChannel(invitation.participantId));
  return channels;
}

function refusal(code: ErrorCode, data?: Record<string, unknown>): DomainError {
  return new DomainError(code, ERROR_SENTENCES[code], data);
}
