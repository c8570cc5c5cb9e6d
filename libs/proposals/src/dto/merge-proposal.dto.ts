import { LIMITS, type MergeProposal } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsInt, IsLowercase, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** `proposals.merge`: one proposal ends in another. */
export class MergeProposalDto extends AppendIntentDto implements MergeProposal {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  /** The proposal that takes its sources in. */
  @IsUUID()
  @IsLowercase()
  into: string;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
