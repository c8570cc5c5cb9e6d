import { Module } from '@nestjs/common';
import { Config, JsonLogger, ServerSecret } from '@roundtable/platform';
import { Admission } from './admission.js';
import { ConnectionGateway } from './connection.gateway.js';
import { EphemeralLane } from './ephemeral-lane.js';
import { FanOut } from './fan-out.js';
import { GracefulStop } from './graceful-stop.js';
import { Handshake } from './handshake.js';
import { HotIntents } from './hot-intents.js';
import { IntentBudget } from './intent-budget.js';
import { IntentGate } from './intent-gate.js';
import { IntentsUnderWay } from './intents-under-way.js';
import { LiveServer } from './live-server.js';
import { LoginSweep } from './login-sweep.js';
import { Nudges } from './nudges.js';
import { Presence } from './presence.js';
import { PresenceGateway } from './presence.gateway.js';
import { RedisClusterLine } from './redis-cluster-line.js';
import { SingleRedisLine, type RedisLine } from './redis-line.js';
import { RedisNudges } from './redis-nudges.js';
import { Revocation } from './revocation.js';
import { RoomSeats } from './room-seats.js';
import { SilentNudges } from './silent-nudges.js';
import { SlowReaders } from './slow-readers.js';

/**
 * Connections, delivery to them, presence and revocation. It expects from global modules: the platform, and the ports
 * `Authenticator` and `EndedLogins`.
 */
@Module({
  providers: [
    Admission,
    ConnectionGateway,
    EphemeralLane,
    FanOut,
    GracefulStop,
    Handshake,
    HotIntents,
    IntentBudget,
    IntentGate,
    IntentsUnderWay,
    LiveServer,
    LoginSweep,
    {
      provide: Nudges,
      useFactory: (config: Config, secret: ServerSecret, logger: JsonLogger) =>
        config.redisUrl === undefined ? new SilentNudges() : new RedisNudges(lineOf(config), secret, logger),
      inject: [Config, ServerSecret, JsonLogger],
    },
    Presence,
    PresenceGateway,
    Revocation,
    RoomSeats,
    SlowReaders,
  ],
  exports: [
    Admission,
    EphemeralLane,
    FanOut,
    GracefulStop,
    HotIntents,
    LiveServer,
    Nudges,
    Presence,
    Revocation,
    RoomSeats,
    SlowReaders,
  ],
})
export class RealtimeModule {}

function lineOf({ redisUrls, isRedisCluster }: Config): RedisLine {
  return isRedisCluster ? new RedisClusterLine(redisUrls) : new SingleRedisLine(redisUrls[0] ?? '');
}
