import type { Attendance, EnterAnswer, MeView, WireError } from '@roundtable/contracts';
import { createConnection, type Connection } from './connection.js';
import { requestJson } from './http.js';
import { socketIoTransport } from './socket-io-transport.js';

/** Everything a program needs to act as the participant whose link it was given. */
export interface EnteredByLink extends EnterAnswer {
  /** For `connectWithCookie` and `createHttp`. */
  cookie: string;
  participant: string;
}

/** The server refused; `code` and `data` say why. */
export class RefusedError extends Error {
  readonly code: WireError['code'];
  readonly data: WireError['data'];

  constructor(error: WireError) {
    super(error.message);
    this.name = 'RefusedError';
    this.code = error.code;
    this.data = error.data;
  }
}

/**
 * Enters a meeting as a program: agrees that a record is kept, and gives the login's cookie. `joinLink` is the full
 * link, its path, or the token alone.
 * @throws RefusedError
 */
export async function enterByLink(
  url: string,
  joinLink: string,
  { attendance = 'remote', fetch }: { attendance?: Attendance; fetch?: typeof globalThis.fetch } = {},
): Promise<EnteredByLink> {
  const origin = new URL(url).origin;
  const token =
    joinLink
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '';
  let cookie = '';
  const request = { consent: true, attendance };
  const path = `/api/v1/join/${encodeURIComponent(token)}`;
  const entered = await requestJson<EnterAnswer>(
    { url: origin, fetch },
    'POST',
    path,
    request,
    (response) => {
      cookie = cookiesOf(response);
    },
  );
  if (!entered.ok) throw new RefusedError(entered.error);
  const me = await requestJson<MeView>({ url: origin, cookie, fetch }, 'GET', '/api/v1/me');
  if (!me.ok) throw new RefusedError(me.error);
  return {
    cookie,
    meeting: entered.value.meeting,
    room: entered.value.room,
    participant: me.value.participant?.id ?? '',
  };
}

/** Opens a connection as whoever the cookie belongs to. For Node; browsers send their cookies themselves. */
export function connectWithCookie(url: string, cookie: string): Connection {
  return createConnection({ transport: socketIoTransport({ url, cookie }) });
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}
