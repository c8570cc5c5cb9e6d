import { Global, Module } from '@nestjs/common';
import { DraftedProposals } from '@roundtable/documents';
import { ProposalDrafting, ProposalsModule } from '@roundtable/proposals';

/** Ties documents to the proposals whose text they are; neither knows the other. */
@Global()
@Module({
  imports: [ProposalsModule],
  providers: [{ provide: DraftedProposals, useClass: ProposalDrafting }],
  exports: [DraftedProposals],
})
export class DraftingPorts {}
