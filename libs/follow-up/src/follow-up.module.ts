import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@roundtable/identity';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { FollowUpsAcrossController } from './across/follow-ups-across.controller.js';
import { FollowUpsAcross } from './across/follow-ups-across.service.js';
import { ProofFilesController } from './files/proof-files.controller.js';
import { ProofFilesRepository } from './files/proof-files.repository.js';
import { ProofFilesService } from './files/proof-files.service.js';
import { UploadDesk } from './files/upload-desk.js';
import { FollowUpActs } from './follow-up-acts.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpGateway } from './follow-up.gateway.js';
import { FOLLOW_UP_POLICIES } from './follow-up.policy.js';
import { FollowUpRecordFeature } from './follow-up.record-feature.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { FollowUpService } from './follow-up.service.js';
import { FollowUpSweep } from './reminders/follow-up-sweep.js';
import { ReviewMail } from './reminders/review-mail.js';
import { ReportsService } from './reports.service.js';
import { ResponsiblePeople } from './responsible-people.js';

/** What becomes of adopted proposals after the meeting. Expects `MailOutbox` from a global module. */
@Module({
  imports: [RecordModule, IdentityModule, MeetingsModule],
  controllers: [FollowUpController, ProofFilesController, FollowUpsAcrossController],
  providers: [
    FollowUpActs,
    FollowUpGateway,
    FollowUpRecordFeature,
    FollowUpRepository,
    FollowUpsAcross,
    FollowUpService,
    FollowUpSweep,
    ProofFilesRepository,
    ProofFilesService,
    ReportsService,
    ResponsiblePeople,
    ReviewMail,
    UploadDesk,
  ],
})
export class FollowUpModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: FollowUpRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(FOLLOW_UP_POLICIES);
  }
}
