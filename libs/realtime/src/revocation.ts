import { Injectable } from '@nestjs/common';
import { CLOSE_CODES, type CloseCode } from '@roundtable/contracts';
import { invitationChannel, loginChannel, participantChannel } from './channels.js';
import { LiveServer } from './live-server.js';
import type { LiveSocket } from './live-socket.js';
import { Nudges } from './nudges.js';
import { RoomSeats } from './room-seats.js';

/**
 * Ends connections whose right to read was taken away, at once on this node, and nudges the others; the login sweep
 * does the same for nudges that were lost. Call it after the commit that took the right away.
 */
@Injectable()
export class Revocation {
  constructor(
    private readonly live: LiveServer,
    private readonly seats: RoomSeats,
    private readonly nudges: Nudges,
  ) {}

  /** Closes every tab of the logins, here first, and asks the other nodes to look. Returns how many were closed here. */
  endLogins(loginIds: readonly string[], code: CloseCode): number {
    const closed = this.endLoginsHere(loginIds, code);
    for (const login of loginIds) this.nudges.send('login', { login });
    return closed;
  }

  /** Closes every tab of the logins on this node. Returns how many were closed. */
  endLoginsHere(loginIds: readonly string[], code: CloseCode): number {
    return loginIds.reduce((closed, loginId) => closed + this.closeAllIn(loginChannel(loginId), code), 0);
  }

  /** Closes everybody who came in on a personal link. Returns how many were closed. */
  endInvitation(invitationId: string, code: CloseCode): number {
    return this.closeAllIn(invitationChannel(invitationId), code);
  }

  /**
   * Takes a participant out of a room. Who came in on a personal link is disconnected with `code`; an account's
   * connection stays, since it may have other meetings open, and is told `room_left`. Returns how many were concerned.
   */
  endParticipant(participantId: string, room: string, code: CloseCode): number {
    const sockets = this.live
      .sockets()
      .filter((socket) => socket.data.seats.get(room)?.participantId === participantId);
    const uninvited = this.live
      .socketsIn(participantChannel(participantId))
      .filter((socket) => socket.data.principal.invitation?.participantId === participantId);
    for (const socket of new Set([...sockets, ...uninvited])) {
      if (socket.data.principal.invitation) this.close(socket, code);
      else this.takeOut(socket, room);
    }
    return sockets.length;
  }

  /** Ends one socket's stay in a room without closing the connection. */
  takeOut(socket: LiveSocket, room: string): void {
    this.seats.leave(socket, room);
    socket.emit('connection.closing', { code: 'room_left', message: CLOSE_CODES.room_left });
  }

  /** Says why and disconnects. The socket reads nothing more, even while the farewell is on its way. */
  close(socket: LiveSocket, code: CloseCode): void {
    this.seats.leaveAll(socket);
    socket.emit('connection.closing', { code, message: CLOSE_CODES[code] });
    socket.disconnect(true);
  }

  private closeAllIn(channel: string, code: CloseCode): number {
    const sockets = this.live.socketsIn(channel);
    for (const socket of sockets) this.close(socket, code);
    return sockets.length;
  }
}
