import { Global, Module } from '@nestjs/common';
import { AmendmentCarryingModule, CarriedAmendments } from '@roundtable/amendments';
import { DocumentsModule, DraftedProposals, TextReplacement, VersionFollower } from '@roundtable/documents';
import { ProposalDrafting, ProposalsModule, SharedTexts } from '@roundtable/proposals';

/** Ties documents to the proposals whose text they are, and to the amendments on it; they know neither. */
@Global()
@Module({
  imports: [ProposalsModule, DocumentsModule, AmendmentCarryingModule],
  providers: [
    { provide: DraftedProposals, useClass: ProposalDrafting },
    { provide: VersionFollower, useExisting: CarriedAmendments },
    {
      provide: SharedTexts,
      inject: [TextReplacement],
      useFactory: (texts: TextReplacement): SharedTexts => texts,
    },
  ],
  exports: [DraftedProposals, VersionFollower, SharedTexts],
})
export class DraftingPorts {}
