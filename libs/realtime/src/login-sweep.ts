import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TIMINGS } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';
import { loginChannel } from './channels.js';
import { EndedLogins } from './ended-logins.js';
import { LiveServer } from './live-server.js';
import { Nudges } from './nudges.js';
import { RepeatingTask } from './repeating-task.js';
import { Revocation } from './revocation.js';

/**
 * Asks every two seconds which of the logins connected here have ended anywhere, and closes their connections; of one
 * that another node nudged about, at once.
 */
@Injectable()
export class LoginSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: RepeatingTask;

  constructor(
    private readonly live: LiveServer,
    private readonly endedLogins: EndedLogins,
    private readonly revocation: Revocation,
    private readonly nudges: Nudges,
    private readonly logger: JsonLogger,
  ) {
    this.task = new RepeatingTask(
      TIMINGS.revocationSweepMs,
      () => this.sweep(),
      (error) => this.logger.logger.warn({ err: error }, 'login sweep failed'),
    );
  }

  onApplicationBootstrap(): void {
    this.nudges.on('login', ({ login }) => this.lookAt(login));
    this.task.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.task.stop();
  }

  /** A nudge is only a hint: whether the login is over is the database's to say. */
  private lookAt(loginId: string): void {
    if (this.live.countIn(loginChannel(loginId)) === 0) return;
    this.closeEnded([loginId]).catch((error: unknown) =>
      this.logger.logger.warn({ err: error }, 'login nudge not followed'),
    );
  }

  private async sweep(): Promise<void> {
    const loginIds = [...new Set(this.live.sockets().map((socket) => socket.data.principal.loginId))];
    if (loginIds.length > 0) await this.closeEnded(loginIds);
  }

  private async closeEnded(loginIds: string[]): Promise<void> {
    for (const { loginId, code } of await this.endedLogins.endedAmong(loginIds))
      this.revocation.endLoginsHere([loginId], code);
  }
}
