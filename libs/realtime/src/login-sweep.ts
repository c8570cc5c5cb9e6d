import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TIMINGS } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';
import { EndedLogins } from './ended-logins.js';
import { LiveServer } from './live-server.js';
import { RepeatingTask } from './repeating-task.js';
import { Revocation } from './revocation.js';

/** Asks every two seconds which of the logins connected here have ended anywhere, and closes their connections. */
@Injectable()
export class LoginSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: RepeatingTask;

  constructor(
    private readonly live: LiveServer,
    private readonly endedLogins: EndedLogins,
    private readonly revocation: Revocation,
    logger: JsonLogger,
  ) {
    this.task = new RepeatingTask(
      TIMINGS.revocationSweepMs,
      () => this.sweep(),
      (error) => logger.logger.warn({ err: error }, 'login sweep failed'),
    );
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.task.stop();
  }

  private async sweep(): Promise<void> {
    const loginIds = [...new Set(this.live.sockets().map((socket) => socket.data.principal.loginId))];
    if (loginIds.length === 0) return;
    for (const { loginId, code } of await this.endedLogins.endedAmong(loginIds))
      this.revocation.endLogins([loginId], code);
  }
}
