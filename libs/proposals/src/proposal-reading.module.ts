import { Module } from '@nestjs/common';
import { RecordModule } from '@roundtable/record';
import { ProposalReader } from './proposal-reader.js';
import { ProposalsRepository } from './proposals.repository.js';
import { SourceEntriesRepository } from './source-entries.repository.js';

/** Reading proposals, which the parts of this library share. */
@Module({
  imports: [RecordModule],
  providers: [ProposalReader, ProposalsRepository, SourceEntriesRepository],
  exports: [ProposalReader, ProposalsRepository, SourceEntriesRepository],
})
export class ProposalReadingModule {}
