import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CLOSE_CODES } from '@roundtable/contracts';
import { LiveServer } from './live-server.js';

/** Reconnections after a stop are spread over this time, so that the next process is not stormed. */
const SPREAD_MS = 5_000;

/** Bids every connection farewell when the process stops, each with its own time to come back. */
@Injectable()
export class GracefulStop implements BeforeApplicationShutdown {
  constructor(private readonly live: LiveServer) {}

  beforeApplicationShutdown(): void {
    for (const socket of this.live.sockets()) {
      const retryAfterMs = Math.round(Math.random() * SPREAD_MS);
      socket.emit('connection.closing', {
        code: 'server_stopping',
        message: CLOSE_CODES.server_stopping,
        retryAfterMs,
      });
      socket.disconnect(true);
    }
  }
}
