import { Module, type OnModuleInit } from '@nestjs/common';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { RealtimeModule } from '@roundtable/realtime';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { DiscussionController } from './discussion.controller.js';
import { DiscussionGateway } from './discussion.gateway.js';
import { DISCUSSION_POLICIES } from './discussion.policy.js';
import { DiscussionRecordFeature } from './discussion.record-feature.js';
import { DiscussionRepository } from './discussion.repository.js';
import { DiscussionService } from './discussion.service.js';
import { HotPost } from './hot-post.js';
import { MessageVersions } from './message-versions.js';
import { PeopleNamed } from './people-named.js';
import { ReadMarksModule } from './read-marks.module.js';
import { ReadMarksService } from './read-marks.service.js';
import { SearchWords } from './search-words.js';
import { SearchWordsRepository } from './search-words.repository.js';

/** Messages, statements, reactions and how far each person has read. */
@Module({
  imports: [RecordModule, MeetingsModule, RealtimeModule, ReadMarksModule],
  controllers: [DiscussionController],
  providers: [
    DiscussionGateway,
    DiscussionService,
    DiscussionRepository,
    HotPost,
    MessageVersions,
    PeopleNamed,
    ReadMarksService,
    DiscussionRecordFeature,
    SearchWords,
    SearchWordsRepository,
  ],
  exports: [DiscussionService],
})
export class DiscussionModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: DiscussionRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(DISCUSSION_POLICIES);
  }
}
