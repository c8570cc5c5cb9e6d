import { Module, type OnModuleInit } from '@nestjs/common';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { Capture } from './capture.js';
import { ProposalReader } from './proposal-reader.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsGateway } from './proposals.gateway.js';
import { PROPOSALS_POLICIES } from './proposals.policy.js';
import { ProposalsRecordFeature } from './proposals.record-feature.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';
import { SourceEntriesRepository } from './source-entries.repository.js';
import { SpeakerDelegations } from './speaker-delegations.js';

/** Proposals and where their words came from. */
@Module({
  imports: [RecordModule, MeetingsModule],
  controllers: [ProposalsController],
  providers: [
    ProposalsGateway,
    ProposalsService,
    ProposalReader,
    Capture,
    ProposalsRepository,
    SourceEntriesRepository,
    SpeakerDelegations,
    ProposalsRecordFeature,
  ],
  exports: [ProposalsService, ProposalReader],
})
export class ProposalsModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: ProposalsRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(PROPOSALS_POLICIES);
  }
}
