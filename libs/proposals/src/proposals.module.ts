import { Module, type OnModuleInit } from '@nestjs/common';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { Capture } from './capture.js';
import { DerivedProposals } from './derived-proposals.js';
import { ActingPersons } from './life/acting-persons.js';
import { LifeGateway } from './life/life.gateway.js';
import { LinkedParties } from './life/linked-parties.js';
import { ProposalLifeService } from './life/proposal-life.service.js';
import { MarkedSources } from './marked-sources.js';
import { PollsModule } from './polls/polls.module.js';
import { PositionsGateway } from './positions/positions.gateway.js';
import { PositionsService } from './positions/positions.service.js';
import { ProposalReadingModule } from './proposal-reading.module.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsGateway } from './proposals.gateway.js';
import { PROPOSALS_POLICIES } from './proposals.policy.js';
import { ProposalsRecordFeature } from './proposals.record-feature.js';
import { ProposalsService } from './proposals.service.js';
import { SimilarProposals } from './similar-proposals.js';
import { SpeakerDelegations } from './speaker-delegations.js';

/** Proposals and where their words came from, positions on them, and polls. */
@Module({
  imports: [RecordModule, MeetingsModule, ProposalReadingModule, PollsModule],
  controllers: [ProposalsController],
  providers: [
    ProposalsGateway,
    ProposalsService,
    Capture,
    DerivedProposals,
    MarkedSources,
    ActingPersons,
    LinkedParties,
    LifeGateway,
    ProposalLifeService,
    SimilarProposals,
    PositionsGateway,
    PositionsService,
    SpeakerDelegations,
    ProposalsRecordFeature,
  ],
  exports: [
    ProposalsService,
    ProposalLifeService,
    ActingPersons,
    DerivedProposals,
    PositionsService,
    ProposalReadingModule,
    PollsModule,
  ],
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
