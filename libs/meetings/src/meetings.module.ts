import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Policies } from '@roundtable/platform';
import { RealtimeModule } from '@roundtable/realtime';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { AgendaController } from './agenda.controller.js';
import { AgendaService } from './agenda.service.js';
import { AuditController } from './audit.controller.js';
import { AttendanceService } from './attendance.service.js';
import { ContactsKeeper } from './contacts-keeper.js';
import { ContactsRepository } from './contacts.repository.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { InvitationMail } from './invitation-mail.js';
import { InvitationsController } from './invitations.controller.js';
import { JoinController } from './join.controller.js';
import { JoinService } from './join.service.js';
import { LinkWithdrawal } from './link-withdrawal.js';
import { MeetingFounding } from './meeting-founding.js';
import { MeetingAuditService } from './meeting-audit.service.js';
import { MeetingInvitationsService } from './meeting-invitations.service.js';
import { MeetingLifeService } from './meeting-life.service.js';
import { MeetingsController } from './meetings.controller.js';
import { meetingsPolicies } from './meetings.policy.js';
import { MeetingsPorts } from './meetings-ports.module.js';
import { MeetingsProjection } from './meetings.projection.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantImportService } from './participant-import.service.js';
import { ParticipantsController } from './participants.controller.js';
import { ParticipantsService } from './participants.service.js';
import { PlenaryActs } from './plenary-acts.js';
import { ResendService } from './resend.service.js';
import { UnsentLettersService } from './unsent-letters.service.js';

/**
 * Meetings, their people and agenda, and personal links. Expects `MailOutbox` from a global module, and tells
 * `MeetingFollower` what becomes of a meeting where there is one.
 */
@Global()
@Module({
  imports: [MeetingsPorts, RecordModule, RealtimeModule],
  controllers: [
    MeetingsController,
    DelegationsController,
    ParticipantsController,
    AgendaController,
    AuditController,
    InvitationsController,
    JoinController,
  ],
  providers: [
    AgendaService,
    AttendanceService,
    ContactsKeeper,
    ContactsRepository,
    DelegationsService,
    InvitationMail,
    JoinService,
    LinkWithdrawal,
    MeetingAuditService,
    MeetingFounding,
    MeetingInvitationsService,
    MeetingLifeService,
    MeetingsProjection,
    MeetingsService,
    ParticipantImportService,
    ParticipantsService,
    PlenaryActs,
    ResendService,
    UnsentLettersService,
  ],
  exports: [
    ContactsKeeper,
    ContactsRepository,
    MeetingFounding,
    MeetingInvitationsService,
    MeetingsPorts,
    MeetingsService,
  ],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly policies: Policies,
    private readonly features: RecordFeatures,
    private readonly projection: MeetingsProjection,
  ) {}

  onModuleInit(): void {
    this.policies.register(meetingsPolicies);
    this.features.register(this.projection);
  }
}
