import { LIMITS } from '@roundtable/contracts';
import type { ServerOptions } from 'socket.io';

/**
 * What the application hands to its Socket.IO adapter, beside the check of the Origin. WebSocket first, so that no
 * sticky sessions are needed; state recovery stays off, since it can readmit somebody who was removed.
 */
export const SOCKET_OPTIONS: Partial<ServerOptions> = {
  path: '/socket.io',
  serveClient: false,
  transports: ['websocket', 'polling'],
  allowUpgrades: true,
  maxHttpBufferSize: LIMITS.frameBytes,
  pingInterval: 20_000,
  pingTimeout: 20_000,
  connectTimeout: 10_000,
  perMessageDeflate: false,
};
