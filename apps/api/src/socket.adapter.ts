import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Config, JsonLogger } from '@roundtable/platform';
import { SOCKET_OPTIONS } from '@roundtable/realtime';
import { Server } from 'socket.io';
import { isAcceptedOrigin } from './origin.js';

type NestServer = ReturnType<IoAdapter['createIOServer']>;

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
    return server as unknown as NestServer;
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
