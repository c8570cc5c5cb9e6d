import { REFERENCE_KINDS, type ProposalReference, type ProposalSubmitter } from '@roundtable/contracts';
import { IsIn, IsLowercase, IsUUID, ValidateIf } from 'class-validator';

/** One who submits. The meeting itself has no id. */
export class ProposalSubmitterDto implements ProposalSubmitter {
  @IsIn(['person', 'delegation', 'meeting'])
  kind: ProposalSubmitter['kind'];

  @ValidateIf(({ kind }: ProposalSubmitterDto, value: unknown) => kind !== 'meeting' || value !== null)
  @IsUUID()
  @IsLowercase()
  id: string | null;
}

/** Another proposal, and what it is to this one. */
export class ProposalReferenceDto implements ProposalReference {
  @IsIn(REFERENCE_KINDS)
  kind: ProposalReference['kind'];

  @IsUUID()
  @IsLowercase()
  proposal: string;
}
