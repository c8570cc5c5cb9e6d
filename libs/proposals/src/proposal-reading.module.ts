import { Module } from '@nestjs/common';
import { RecordModule } from '@roundtable/record';
import { ProposalSteps } from './life/proposal-steps.js';
import { ProposalReader } from './proposal-reader.js';
import { ProposalsRepository } from './proposals.repository.js';
import { SourceEntriesRepository } from './source-entries.repository.js';

/** Reading proposals, which the parts of this library share. */
@Module({
  imports: [RecordModule],
  providers: [ProposalReader, ProposalSteps, ProposalsRepository, SourceEntriesRepository],
  exports: [ProposalReader, ProposalSteps, ProposalsRepository, SourceEntriesRepository],
})
export class ProposalReadingModule {}
