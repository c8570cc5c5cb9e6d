import { Module, type OnModuleInit } from '@nestjs/common';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { RealtimeModule } from '@roundtable/realtime';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { ProposalReadingModule } from '../proposal-reading.module.js';
import { BallotBox } from './ballot-box.js';
import { Ballots } from './ballots.js';
import { CastBefore } from './cast-before.js';
import { CastingService } from './casting.service.js';
import { ClosingService } from './closing.service.js';
import { DecidedProposal } from './decided-proposal.js';
import { NamedBallotsRepository } from './named-ballots.repository.js';
import { PollProgressReader } from './poll-progress.js';
import { PollsController } from './polls.controller.js';
import { PollsGateway } from './polls.gateway.js';
import { POLLS_POLICIES } from './polls.policy.js';
import { PollsRecordFeature } from './polls.record-feature.js';
import { PollsRepository } from './polls.repository.js';
import { PollsService } from './polls.service.js';
import { PutQuestion } from './put-question.js';
import { Voters } from './voters.js';

/** Polls: what is put to the table, the ballots and what they decide. */
@Module({
  imports: [RecordModule, RealtimeModule, MeetingsModule, ProposalReadingModule],
  controllers: [PollsController],
  providers: [
    BallotBox,
    Ballots,
    CastBefore,
    CastingService,
    ClosingService,
    DecidedProposal,
    NamedBallotsRepository,
    PollProgressReader,
    PollsGateway,
    PollsRecordFeature,
    PollsRepository,
    PollsService,
    PutQuestion,
    Voters,
  ],
  exports: [PollsService, CastingService, ClosingService, PollProgressReader],
})
export class PollsModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: PollsRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(POLLS_POLICIES);
  }
}
