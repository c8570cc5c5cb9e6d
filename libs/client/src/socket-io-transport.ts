import { PROTOCOL_VERSION, type IntentName, type ServerEvents, type WireError } from '@roundtable/contracts';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { NoAnswerError, type Line, type LineListener, type Transport } from './transport.js';

/** Where and as whom to connect. Browsers leave all of it out. */
export interface SocketOptionsOfOurs {
  /** Defaults to the page's own server. */
  url?: string;
  /** `name=value` of the login's cookie, for Node. */
  cookie?: string;
}

type EventListener = { [E in keyof ServerEvents]: (payload: ServerEvents[E]) => void };
type IntentSender = { [N in IntentName]: (payload: object, acknowledge: (answer: unknown) => void) => void };

const SERVER_EVENTS = Object.keys({
  'record.entries': 1,
  'record.head': 1,
  'presence.changed': 1,
  'presence.typed': 1,
  'discussion.read_mark': 1,
  'documents.updated': 1,
  'documents.pointed': 1,
  'connection.closing': 1,
} satisfies Record<keyof ServerEvents, 1>) as (keyof ServerEvents)[];

/** Opens Socket.IO connections, WebSocket first. Each line is one socket; reconnecting is the connection's affair. */
export function socketIoTransport({ url, cookie }: SocketOptionsOfOurs = {}): Transport {
  const options: Partial<ManagerOptions & SocketOptions> = {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnection: false,
    forceNew: true,
    withCredentials: true,
    auth: { v: PROTOCOL_VERSION },
    ...(cookie === undefined ? {} : { extraHeaders: headersOf(url, cookie) }),
  };
  return { open: (listener) => openLine(url === undefined ? io(options) : io(url, options), listener) };
}

/** The server's list of allowed origins holds for Node too. */
function headersOf(url: string | undefined, cookie: string): Record<string, string> {
  return url === undefined ? { cookie } : { cookie, origin: new URL(url).origin };
}

function openLine(socket: Socket<EventListener, IntentSender>, listener: LineListener): Line {
  let ended = false;
  const end = (refusal: WireError | null): void => {
    if (ended) return;
    ended = true;
    socket.removeAllListeners();
    socket.disconnect();
    listener.lost(refusal);
  };
  socket.on('connect', () => listener.opened());
  socket.on('connect_error', (error: Error & { data?: unknown }) => end(refusalOf(error)));
  socket.on('disconnect', () => end(null));
  for (const name of SERVER_EVENTS) {
    socket.on(name, ((payload: never) => listener.event(name, payload)) as never);
  }
  return {
    async request(name, payload, timeoutMs) {
      if (!socket.connected) throw new NoAnswerError('disconnected');
      try {
        return (await (socket.timeout(timeoutMs) as unknown as AnsweringSocket).emitWithAck(
          name,
          payload,
        )) as never;
      } catch {
        // Socket.IO errors here for a timeout and for a disconnect; the words differ between its versions.
        throw new NoAnswerError(socket.connected ? 'timeout' : 'disconnected');
      }
    },
    close() {
      ended = true;
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}

/** Socket.IO's typing of acknowledgements cannot follow a name that is a type parameter. */
interface AnsweringSocket {
  emitWithAck(name: string, payload: object): Promise<unknown>;
}

/** A handshake that the server refuses carries the same error object as an intent. */
function refusalOf(error: Error & { data?: unknown }): WireError | null {
  const data = error.data;
  if (typeof data !== 'object' || data === null) return null;
  const wire = 'error' in data ? data.error : data;
  const isWire = typeof wire === 'object' && wire !== null && 'code' in wire && typeof wire.code === 'string';
  return isWire ? (wire as WireError) : null;
}
