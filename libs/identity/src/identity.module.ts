import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Authenticator, Policies } from '@roundtable/platform';
import { EndedLogins, RealtimeModule } from '@roundtable/realtime';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { AuditController } from './audit.controller.js';
import { AttemptLimits } from './attempt-limits.js';
import { CookieAuthenticator } from './cookie-authenticator.js';
import { identityPolicies } from './identity.policy.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { LoginSweep } from './login-sweep.js';
import { LoginController } from './login.controller.js';
import { LoginsRepository } from './logins.repository.js';
import { LoginsService } from './logins.service.js';
import { MeService } from './me.service.js';
import { PasswordChange } from './password-change.service.js';
import { PasswordCheck } from './password-check.service.js';
import { PasswordKeeper } from './password-keeper.js';
import { PasswordsService } from './passwords.service.js';
import { SetupLinksRepository } from './setup-links.repository.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';
import { Visitor } from './visitor.js';

/**
 * Accounts, invitations and logins. Fills `Authenticator` and `EndedLogins` for everybody; expects `InviteeDirectory`
 * from a global module.
 */
@Global()
@Module({
  imports: [RealtimeModule],
  controllers: [LoginController, SetupController, AccountsController, AuditController],
  providers: [
    AccountsRepository,
    AccountsService,
    AttemptLimits,
    InvitationsRepository,
    InvitationsService,
    LoginsRepository,
    LoginsService,
    MeService,
    PasswordChange,
    PasswordCheck,
    PasswordKeeper,
    PasswordsService,
    SetupLinksRepository,
    SetupService,
    Visitor,
    { provide: Authenticator, useClass: CookieAuthenticator },
    { provide: EndedLogins, useClass: LoginSweep },
  ],
  exports: [
    AccountsRepository,
    AccountsService,
    AttemptLimits,
    Authenticator,
    EndedLogins,
    InvitationsService,
    LoginsService,
    SetupService,
    Visitor,
  ],
})
export class IdentityModule implements OnModuleInit {
  constructor(private readonly policies: Policies) {}

  onModuleInit(): void {
    this.policies.register(identityPolicies);
  }
}
