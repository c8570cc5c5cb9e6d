import { Module } from '@nestjs/common';
import { EphemeralLane } from './ephemeral-lane.js';
import { FanOut } from './fan-out.js';
import { LiveServer } from './live-server.js';
import { Presence } from './presence.js';
import { Revocation } from './revocation.js';
import { RoomSeats } from './room-seats.js';

/** Connections, delivery to them, presence and revocation. */
@Module({
  providers: [LiveServer, EphemeralLane, Presence, RoomSeats, FanOut, Revocation],
  exports: [LiveServer, EphemeralLane, Presence, RoomSeats, FanOut, Revocation],
})
export class RealtimeModule {}
