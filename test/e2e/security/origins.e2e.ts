import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL_VERSION } from '@roundtable/contracts';
import { io } from 'socket.io-client';
import { becomeAdministrator, type Person } from '../../support/person.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const PUBLIC = 'http://roundtable.example.org';
const LISTED = 'https://conference.example.org';
const TRANSPORTS = ['websocket', 'polling'];
const CONNECTED = ['connected', 'connected'];

describe('a socket with a valid login', () => {
  let server: RunningRoundtable;
  let administrator: Person;

  beforeAll(async () => {
    server = await startRoundtable({ PUBLIC_URL: PUBLIC, ALLOWED_ORIGINS: LISTED });
    administrator = await becomeAdministrator(server);
  }, 60_000);
  afterAll(() => server?.dispose());

  /** Connects as a page of `origin` does, by one transport: "connected", or the words of the refusal. */
  function connectBy(transport: string, origin: string): Promise<string> {
    const socket = io(server.url, {
      transports: [transport],
      forceNew: true,
      reconnection: false,
      auth: { v: PROTOCOL_VERSION },
      extraHeaders: { cookie: administrator.cookie, origin },
    });
    return new Promise<string>((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', ({ message }) => resolve(message));
    }).finally(() => socket.disconnect());
  }

  const connectFrom = (origin: string) =>
    Promise.all(TRANSPORTS.map((transport) => connectBy(transport, origin)));

  it('opens for pages of the server, at its public address and on its own machine', async () => {
    expect(await connectFrom(PUBLIC)).toEqual(CONNECTED);
    expect(await connectFrom(server.url)).toEqual(CONNECTED);
  });

  it('opens for pages of an origin in ALLOWED_ORIGINS', async () => {
    expect(await connectFrom(LISTED)).toEqual(CONNECTED);
  });

  it.each([
    'https://evil.example.org',
    'http://conference.example.org',
    'https://conference.example.org:8443',
    'https://conference.example.org.evil.example',
    'https://roundtable.example.org',
    'null',
  ])('is refused to pages of %s', async (origin) => {
    expect(await connectFrom(origin)).toEqual(['websocket error', 'xhr poll error']);
  });
});
