import { Module, type OnModuleInit } from '@nestjs/common';
import { Policies } from '@roundtable/platform';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { FloorFollower } from './floor-follower.js';
import { FloorGateway } from './floor.gateway.js';
import { FLOOR_POLICIES } from './floor.policy.js';
import { FloorRecordFeature } from './floor.record-feature.js';
import { FloorRepository } from './floor.repository.js';
import { FloorService } from './floor.service.js';

/** The list of speakers. */
@Module({
  imports: [RecordModule],
  providers: [FloorFollower, FloorGateway, FloorService, FloorRepository, FloorRecordFeature],
  exports: [FloorFollower, FloorService],
})
export class FloorModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: FloorRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(FLOOR_POLICIES);
  }
}
