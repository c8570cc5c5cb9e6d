import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule } from '@roundtable/documents';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { ProposalsModule } from '@roundtable/proposals';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { AmendedTexts } from './amended-texts.js';
import { AmendmentActs } from './amendment-acts.js';
import { AmendmentCarryingModule } from './amendment-carrying.module.js';
import { AmendmentReader } from './amendment-reader.js';
import { AmendmentsController } from './amendments.controller.js';
import { AmendmentsGateway } from './amendments.gateway.js';
import { AMENDMENTS_POLICIES } from './amendments.policy.js';
import { AmendmentsRecordFeature } from './amendments.record-feature.js';
import { AmendmentsService } from './amendments.service.js';
import { MergingService } from './merging.service.js';
import { NamedSponsors } from './named-sponsors.js';
import { PromotionService } from './promotion.service.js';
import { TablingService } from './tabling.service.js';

/** Amendments on paragraphs of proposals, from tabling to the text they become part of. */
@Module({
  imports: [RecordModule, MeetingsModule, ProposalsModule, DocumentsModule, AmendmentCarryingModule],
  controllers: [AmendmentsController],
  providers: [
    AmendedTexts,
    AmendmentActs,
    AmendmentReader,
    AmendmentsGateway,
    AmendmentsRecordFeature,
    AmendmentsService,
    MergingService,
    NamedSponsors,
    PromotionService,
    TablingService,
  ],
  exports: [TablingService, AmendmentsService, MergingService, PromotionService, AmendmentReader],
})
export class AmendmentsModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: AmendmentsRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(AMENDMENTS_POLICIES);
  }
}
