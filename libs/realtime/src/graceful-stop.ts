import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CLOSE_CODES } from '@roundtable/contracts';
import { Admission } from './admission.js';
import { IntentsUnderWay } from './intents-under-way.js';
import { LiveServer } from './live-server.js';
import type { LiveSocket } from './live-socket.js';
import { cutLine } from './write-buffer.js';

const FINISH_WITHIN_MS = 5_000;
/** Farewells have so long to get through. */
const LEAVE_WITHIN_MS = 1_500;
const LOOK_EVERY_MS = 20;
/** So long for each connection that must come back elsewhere: a hundred a second. */
const SPREAD_EACH_MS = 10;
const LEAST_SPREAD_MS = 1_000;
const MOST_SPREAD_MS = 20_000;

/**
 * Stops serving connections without losing anything: lets nobody in, refuses new intents, finishes those under way, and
 * bids every connection farewell with its own time to come back, so that the next process is not stormed.
 */
@Injectable()
export class GracefulStop implements BeforeApplicationShutdown {
  private stopping: Promise<void> | null = null;

  constructor(
    private readonly live: LiveServer,
    private readonly admission: Admission,
    private readonly intents: IntentsUnderWay,
  ) {}

  get isStopping(): boolean {
    return this.stopping !== null;
  }

  /** Resolves when nobody is connected any more, after seven seconds at most. Safe to call twice. */
  stop(): Promise<void> {
    return (this.stopping ??= this.letGo());
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async letGo(): Promise<void> {
    this.admission.close();
    await this.intents.finish(FINISH_WITHIN_MS);
    // What was committed last is on its way to the sockets: delivery follows the answer by one turn.
    await new Promise((resolve) => setImmediate(resolve));
    const sockets = this.live.sockets();
    bidFarewell(sockets);
    const deadline = Date.now() + LEAVE_WITHIN_MS;
    while (sockets.some(isOpen) && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    for (const socket of sockets) cutLine(socket);
  }
}

function bidFarewell(sockets: readonly LiveSocket[]): void {
  const spread = Math.min(MOST_SPREAD_MS, Math.max(LEAST_SPREAD_MS, sockets.length * SPREAD_EACH_MS));
  sockets.forEach((socket, place) => {
    socket.emit('connection.closing', {
      code: 'server_stopping',
      message: CLOSE_CODES.server_stopping,
      retryAfterMs: Math.round(((place + Math.random()) / sockets.length) * spread),
    });
    socket.disconnect(true);
  });
}

function isOpen(socket: LiveSocket): boolean {
  return socket.conn.readyState !== 'closed';
}
