import { Injectable } from '@nestjs/common';
import { Clock } from '@roundtable/platform';
import { EndedLogins, type EndedLogin } from '@roundtable/realtime';
import { LoginsRepository } from './logins.repository.js';

/** Tells realtime's sweep which of the connected logins are over, on whatever node that was decided. */
@Injectable()
export class LoginSweep extends EndedLogins {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async endedAmong(loginIds: string[]): Promise<EndedLogin[]> {
    const ended = await this.logins.findInvalid(loginIds, this.clock.now());
    return ended.map(({ id, isRevoked }) => ({
      loginId: id,
      code: isRevoked ? 'link_revoked' : 'login_ended',
    }));
  }
}
