import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Policies } from './access.js';
import { AccessAudit } from './access-audit.js';
import { Clock, SystemClock } from './clock.js';
import { Config } from './config.js';
import { JsonLogger } from './logging.js';
import { ServerSecret } from './secret.js';
import { StartAnnouncements } from './start-announcements.js';

/** What the process was started with. */
export interface PlatformParts {
  config: Config;
  logger: JsonLogger;
  secret: ServerSecret;
  clock?: Clock;
}

/** Gives every module the configuration, the clock, the logger and the server secret. */
@Module({})
export class PlatformModule {
  static forRoot({ config, logger, secret, clock = new SystemClock() }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: JsonLogger, useValue: logger },
        { provide: ServerSecret, useValue: secret },
        { provide: Clock, useValue: clock },
        AccessAudit,
        Policies,
        StartAnnouncements,
      ],
      exports: [Policies, Config, JsonLogger, ServerSecret, Clock, AccessAudit, StartAnnouncements],
    };
  }
}
