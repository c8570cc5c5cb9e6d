import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@roundtable/identity';
import { MeetingsModule } from '@roundtable/meetings';
import { Policies } from '@roundtable/platform';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { ExportController } from './exports/export.controller.js';
import { ExportRepository } from './exports/export.repository.js';
import { ExportService } from './exports/export.service.js';
import { ImportRepository } from './imports/import.repository.js';
import { JsonImportController } from './imports/json-import.controller.js';
import { JsonImportService } from './imports/json-import.service.js';
import { ReaderLink } from './imports/reader-link.js';
import { W3cImportController } from './imports/w3c-import.controller.js';
import { W3cImportService } from './imports/w3c-import.service.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';
import { TranscriptController } from './transcript.controller.js';
import { TRANSCRIPT_POLICIES } from './transcript.policy.js';
import { TranscriptRecordFeature } from './transcript.record-feature.js';
import { TranscriptRepository } from './transcript.repository.js';
import { TranscriptService } from './transcript.service.js';

/** What remains of a meeting: reading, search, exports and imports. */
@Module({
  imports: [RecordModule, IdentityModule, MeetingsModule],
  controllers: [TranscriptController, ExportController, W3cImportController, JsonImportController],
  providers: [
    TranscriptRepository,
    TranscriptService,
    TranscriptRecordFeature,
    SearchRepository,
    SearchService,
    ExportRepository,
    ExportService,
    ImportRepository,
    ReaderLink,
    W3cImportService,
    JsonImportService,
  ],
  exports: [TranscriptService, SearchService, ExportService, W3cImportService, JsonImportService],
})
export class TranscriptModule implements OnModuleInit {
  constructor(
    private readonly policies: Policies,
    private readonly features: RecordFeatures,
    private readonly feature: TranscriptRecordFeature,
  ) {}

  onModuleInit(): void {
    this.policies.register(TRANSCRIPT_POLICIES);
    this.features.register(this.feature);
  }
}
