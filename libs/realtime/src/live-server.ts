import { Injectable } from '@nestjs/common';
import type { LiveSocket, SocketServer } from './live-socket.js';

/**
 * Knows the Socket.IO server of this process, once there is one. A command line has none: then there is nobody to
 * deliver to, and everything here finds nothing.
 */
@Injectable()
export class LiveServer {
  private io: SocketServer | null = null;

  /** Called by the connection gateway when the server has started. */
  attach(io: SocketServer): void {
    this.io = io;
  }

  /** The server, null in a process without one. */
  get server(): SocketServer | null {
    return this.io;
  }

  /** Every connection of this process, in no order. */
  sockets(): LiveSocket[] {
    return this.io ? [...this.io.of('/').sockets.values()] : [];
  }

  /** The connections of this process in a channel. */
  socketsIn(channel: string): LiveSocket[] {
    const namespace = this.io?.of('/');
    const ids = namespace?.adapter.rooms.get(channel);
    if (!namespace || !ids) return [];
    return [...ids].flatMap((id) => namespace.sockets.get(id) ?? []);
  }

  /** How many connections, also those still shaking hands, are in a channel. */
  countIn(channel: string): number {
    return this.io?.of('/').adapter.rooms.get(channel)?.size ?? 0;
  }
}
