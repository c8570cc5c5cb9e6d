import { Global, Module } from '@nestjs/common';
import { AmendmentCarryingModule, CarriedAmendments } from '@roundtable/amendments';
import { DraftedProposals, VersionFollower } from '@roundtable/documents';
import { ProposalDrafting, ProposalsModule } from '@roundtable/proposals';

/** Ties documents to the proposals whose text they are, and to the amendments on it; they know neither. */
@Global()
@Module({
  imports: [ProposalsModule, AmendmentCarryingModule],
  providers: [
    { provide: DraftedProposals, useClass: ProposalDrafting },
    { provide: VersionFollower, useExisting: CarriedAmendments },
  ],
  exports: [DraftedProposals, VersionFollower],
})
export class DraftingPorts {}
