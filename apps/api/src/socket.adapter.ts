import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Config, JsonLogger } from '@roundtable/platform';
import { SOCKET_OPTIONS } from '@roundtable/realtime';
import { defer } from 'rxjs';
import { Server } from 'socket.io';
import { isAcceptedOrigin } from './origin.js';

type NestServer = ReturnType<IoAdapter['createIOServer']>;
type Bind = IoAdapter['bindMessageHandlers'];
/** What was sent with an event, and the way to answer it where one is wanted. */
interface Mapped {
  data: unknown;
  ack?: (answer: unknown) => void;
}

/** Runs Socket.IO with realtime's options, lets in accepted origins only, and keeps broken connections harmless. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    private readonly appLogger: JsonLogger,
  ) {
    super(app);
  }

  /** Builds the server from our own socket.io; Nest brings another copy, whose types differ in private fields only. */
  override createIOServer(): NestServer {
    const server = new Server(this.httpServer as HttpServer, {
      ...SOCKET_OPTIONS,
      allowRequest: (request, decide) => this.decideOnHandshake(request, decide),
    });
    // Each gateway listens for itself, and there are more of them than Node takes for a leak.
    server.sockets.setMaxListeners(0);
    server.on('connection', (socket) => socket.setMaxListeners(0));
    return server as unknown as NestServer;
  }

  /**
   * Listens to the events of one connection. The inherited way keeps a chain of streams for each event of each connection,
   * over 100 KiB for everybody who only listens; here a stream lives as long as the intent it answers.
   */
  override bindMessageHandlers(...[socket, handlers, transform]: Parameters<Bind>): void {
    for (const { message, callback } of handlers)
      socket.on(message, (...sent: unknown[]) => {
        const { data, ack } = this.mapPayload(sent.length === 1 ? sent[0] : sent) as Mapped;
        defer(() => transform(callback(data, ack))).subscribe({
          next: (answer: unknown) => {
            if (answer !== undefined) ack?.(answer);
          },
          error: (error: unknown) => this.appLogger.logger.error({ err: error }, 'intent failed'),
        });
      });
  }

  private decideOnHandshake(
    request: IncomingMessage,
    decide: (reason: string | null, accept: boolean) => void,
  ): void {
    if (isAcceptedOrigin(request.headers.origin, this.config)) {
      decide(null, true);
      return;
    }
    this.appLogger.logger.warn({ origin: request.headers.origin?.slice(0, 200) }, 'origin refused');
    decide('origin_refused', false);
  }
}

/** Keeps a broken request from reaching the process: its sender is answered 400 and cut off, others notice nothing. */
export function guardHttpServer(server: HttpServer): void {
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  server.on('upgrade', (_request, socket) => socket.on('error', () => socket.destroy()));
}
