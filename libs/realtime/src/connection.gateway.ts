import type { OnGatewayConnection, OnGatewayDisconnect, OnGatewayInit } from '@nestjs/websockets';
import { JsonLogger, RoundtableGateway } from '@roundtable/platform';
import { Handshake } from './handshake.js';
import { IntentGate } from './intent-gate.js';
import { IntentsUnderWay } from './intents-under-way.js';
import { LiveServer } from './live-server.js';
import type { LiveSocket, SocketServer } from './live-socket.js';
import { RoomSeats } from './room-seats.js';
import { writeTogether } from './write-together.js';

/** Follows a connection from handshake to disconnection. What it may say is the features' gateways' matter. */
@RoundtableGateway()
export class ConnectionGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  constructor(
    private readonly live: LiveServer,
    private readonly handshake: Handshake,
    private readonly gate: IntentGate,
    private readonly underWay: IntentsUnderWay,
    private readonly seats: RoomSeats,
    private readonly logger: JsonLogger,
  ) {}

  afterInit(io: SocketServer): void {
    this.live.attach(io);
    writeTogether(io);
    io.use(this.handshake.middleware);
    io.engine.on('connection_error', ({ code, message }: { code: number; message: string }) =>
      this.logger.logger.debug({ code, reason: message }, 'connection refused'),
    );
  }

  handleConnection(socket: LiveSocket): void {
    forgetTheDoor(socket);
    this.underWay.watch(socket);
    this.gate.guard(socket);
  }

  handleDisconnect(socket: LiveSocket): void {
    this.seats.leaveAll(socket);
  }
}

/** What was said at the door holds a secret and several KiB: nobody needs it for as long as the visitor stays. */
function forgetTheDoor({ handshake, conn }: LiveSocket): void {
  Object.assign(handshake, { headers: {}, auth: {}, query: {}, url: '' });
  Object.assign(conn, { request: null });
}
