import { Injectable } from '@nestjs/common';
import { DomainError, JsonLogger } from '@roundtable/platform';
import { LiveServer, Revocation, RoomSeats, type LiveSocket } from '@roundtable/realtime';
import { RoomAccess } from './room-access.js';

/** Authorises those who have a room open afresh, when somebody's right to read it has changed. */
@Injectable()
export class RoomReaders {
  constructor(
    private readonly live: LiveServer,
    private readonly access: RoomAccess,
    private readonly seats: RoomSeats,
    private readonly revocation: Revocation,
    private readonly logger: JsonLogger,
  ) {}

  /** Does so without being waited for. A failure is made good by the room sweep, which asks again. */
  reauthoriseSoon(room: string): void {
    this.reauthorise(room).catch((error: unknown) =>
      this.logger.logger.warn({ err: error, room }, 'readers not authorised afresh'),
    );
  }

  /** Takes out whoever may not read any more, and moves to their new audience those who have one. */
  async reauthorise(room: string): Promise<void> {
    const readers = this.live.sockets().filter((socket) => socket.data.seats.has(room));
    const byLogin = new Map<string, LiveSocket[]>();
    for (const socket of readers) {
      const { loginId } = socket.data.principal;
      byLogin.set(loginId, [...(byLogin.get(loginId) ?? []), socket]);
    }
    for (const sockets of byLogin.values()) await this.reauthoriseLogin(sockets, room);
  }

  private async reauthoriseLogin(sockets: LiveSocket[], room: string): Promise<void> {
    const principal = sockets[0]?.data.principal;
    if (!principal) return;
    try {
      const { audience } = await this.access.demandReading(principal, room);
      for (const socket of sockets) this.seats.move(socket, room, audience);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const isRemoved = error.code === 'not_found' && principal.invitation !== null;
      for (const socket of sockets)
        if (isRemoved) this.revocation.close(socket, 'removed');
        else this.revocation.takeOut(socket, room);
    }
  }
}
