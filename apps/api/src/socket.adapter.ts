import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Refusal } from '@roundtable/contracts';
import { LIMITS } from '@roundtable/contracts';
import type { Config, JsonLogger } from '@roundtable/platform';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import { isAcceptedOrigin } from './origin.js';

type NestServer = ReturnType<IoAdapter['createIOServer']>;
type NestHandlers = Parameters<IoAdapter['bindMessageHandlers']>;
const LONGEST_EVENT_NAME_SAID_BACK = 60;

/**
 * Runs Socket.IO the way Roundtable needs it: only accepted origins, small frames, WebSocket first, no recovery of
 * connection state (it can readmit somebody who was removed), an answer to intents that nobody handles, and an
 * error listener wherever a stranger could otherwise end the process.
 */
export class SocketAdapter extends IoAdapter {
  private readonly knownIntents = new WeakMap<Socket, Set<string>>();

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    private readonly appLogger: JsonLogger,
  ) {
    super(app);
  }

  /** Builds the server from our own socket.io; Nest brings another copy, whose types differ in private fields only. */
  override createIOServer(): NestServer {
    const server = new Server(this.httpServer as HttpServer, this.serverOptions());
    server.engine.on('connection_error', (error: { code: number }) => {
      this.appLogger.logger.debug({ engineCode: error.code }, 'socket refused');
    });
    // A client may emit an event named "error"; without a listener that throws in the emitter.
    server.on('connection', (socket) => socket.on('error', () => undefined));
    return server as unknown as NestServer;
  }

  override bindMessageHandlers(...[nestSocket, handlers, transform]: NestHandlers): void {
    const socket = nestSocket as unknown as Socket;
    const known = this.knownIntents.get(socket) ?? this.watchUnknownIntents(socket);
    for (const handler of handlers) known.add(String(handler.message));
    super.bindMessageHandlers(nestSocket, handlers, transform);
  }

  private watchUnknownIntents(socket: Socket): Set<string> {
    const known = new Set<string>();
    this.knownIntents.set(socket, known);
    socket.onAny((name: string, ...args: unknown[]) => {
      const acknowledge = args.at(-1);
      if (!known.has(name) && typeof acknowledge === 'function') acknowledge(refuseUnknownIntent(name));
    });
    return known;
  }

  private serverOptions(): Partial<ServerOptions> {
    return {
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: LIMITS.frameBytes,
      serveClient: false,
      perMessageDeflate: false,
      connectTimeout: 10_000,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      allowRequest: (request, decide) => this.decideOnHandshake(request, decide),
    };
  }

  private decideOnHandshake(
    request: IncomingMessage,
    decide: (reason: string | null, accept: boolean) => void,
  ): void {
    if (isAcceptedOrigin(request.headers.origin, this.config)) return decide(null, true);
    this.appLogger.logger.warn({ origin: request.headers.origin?.slice(0, 200) }, 'origin refused');
    decide('origin_refused', false);
  }
}

/** Keeps a broken request or socket from reaching the process: node answers 400, the connection ends, others stay. */
export function guardHttpServer(server: HttpServer): void {
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  server.on('upgrade', (_request, socket) => socket.on('error', () => socket.destroy()));
}

function refuseUnknownIntent(name: string): Refusal {
  const shown = name.replace(/[^\w.:-]/g, '?').slice(0, LONGEST_EVENT_NAME_SAID_BACK);
  return {
    ok: false,
    error: { code: 'invalid', message: `There is no intent named ${shown}.`, data: { field: 'name' } },
  };
}
