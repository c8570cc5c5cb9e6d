import { Module, type OnModuleInit } from '@nestjs/common';
import { Policies } from '@roundtable/platform';
import { RealtimeModule } from '@roundtable/realtime';
import { RecordFeatures, RecordModule } from '@roundtable/record';
import { AmendableDocuments } from './amending/amendable-documents.js';
import { DocumentWriting } from './amending/document-writing.js';
import { TextReplacement } from './amending/text-replacement.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsGateway } from './documents.gateway.js';
import { DOCUMENTS_POLICIES } from './documents.policy.js';
import { DocumentsRecordFeature } from './documents.record-feature.js';
import { DocumentsRepository } from './documents.repository.js';
import { DocumentDelivery } from './following/document-delivery.js';
import { DocumentLines } from './following/document-lines.js';
import { DocumentMoment } from './following/document-moment.js';
import { DocumentOpening } from './following/document-opening.js';
import { DocumentPeople } from './following/document-people.js';
import { DocumentSweep } from './following/document-sweep.js';
import { DocumentVoice } from './following/document-voice.js';
import { HotUpdate } from './hot-update.js';
import { Folding } from './updates/folding.js';
import { HeldDocuments } from './updates/held-documents.js';
import { OneTripTransaction } from './updates/one-trip-transaction.js';
import { UpdateCommit } from './updates/update-commit.js';
import { UpdateTransaction } from './updates/update-transaction.js';
import { VersionFixing } from './versions/version-fixing.js';
import { VersionReader } from './versions/version-reader.js';
import { VersionsRepository } from './versions/versions.repository.js';
import { VersionsService } from './versions/versions.service.js';

/**
 * Texts of proposals that several write at a time. It expects the port `DraftedProposals` from a global module, and tells
 * `VersionFollower` of each version where there is one.
 */
@Module({
  imports: [RecordModule, RealtimeModule],
  controllers: [DocumentsController],
  providers: [
    AmendableDocuments,
    DocumentDelivery,
    DocumentLines,
    DocumentMoment,
    DocumentOpening,
    DocumentPeople,
    DocumentSweep,
    DocumentVoice,
    DocumentWriting,
    DocumentsGateway,
    DocumentsRecordFeature,
    DocumentsRepository,
    Folding,
    HeldDocuments,
    HotUpdate,
    OneTripTransaction,
    TextReplacement,
    UpdateCommit,
    UpdateTransaction,
    VersionFixing,
    VersionReader,
    VersionsRepository,
    VersionsService,
  ],
  exports: [AmendableDocuments, TextReplacement, VersionsRepository],
})
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly features: RecordFeatures,
    private readonly policies: Policies,
    private readonly feature: DocumentsRecordFeature,
  ) {}

  onModuleInit(): void {
    this.features.register(this.feature);
    this.policies.register(DOCUMENTS_POLICIES);
  }
}
