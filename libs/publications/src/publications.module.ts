import { Module, type OnModuleInit } from '@nestjs/common';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { CommuniquesController } from './communique/communiques.controller.js';
import { CommuniquesGateway } from './communique/communiques.gateway.js';
import { CommuniquesRepository } from './communique/communiques.repository.js';
import { CommuniquesService } from './communique/communiques.service.js';
import { ReminderMail } from './communique/reminder-mail.js';
import { SilenceSweep } from './communique/silence-sweep.js';
import { SilenceService } from './communique/silence.service.js';
import { DelegationVoice } from './delegation-voice.js';
import { CommuniqueFilesController } from './exports/communique-files.controller.js';
import { CommuniqueFilesService } from './exports/communique-files.service.js';
import { SetFilesController } from './exports/set-files.controller.js';
import { SetFilesService } from './exports/set-files.service.js';
import { Typesetter } from './exports/typesetter.js';
import { PublicationActs } from './publication-acts.js';
import { PUBLICATIONS_POLICIES } from './publications.policy.js';
import { PublicationsRecordFeature } from './publications.record-feature.js';
import { ReservationsService } from './sets/reservations.service.js';
import { SetBasisReader } from './sets/set-basis.js';
import { SetsController } from './sets/sets.controller.js';
import { SetsGateway } from './sets/sets.gateway.js';
import { SetsRepository } from './sets/sets.repository.js';
import { SetsService } from './sets/sets.service.js';

/** What a meeting hands over: the set of proposals and the communique. Expects `MailOutbox` from a global module. */
@Module({
  imports: [RecordModule, MeetingsModule],
  controllers: [SetsController, SetFilesController, CommuniquesController, CommuniqueFilesController],
  providers: [
    CommuniqueFilesService,
    CommuniquesGateway,
    CommuniquesRepository,
    CommuniquesService,
    DelegationVoice,
    PublicationActs,
    PublicationsRecordFeature,
    ReminderMail,
    ReservationsService,
    SetBasisReader,
    SetFilesService,
    SetsGateway,
    SetsRepository,
    SetsService,
    SilenceService,
    SilenceSweep,
    Typesetter,
  ],
  exports: [SetsService, ReservationsService],
})
export class PublicationsModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: PublicationsRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(PUBLICATIONS_POLICIES);
  }
}
