import { LIMITS, RECOMMENDATIONS, type RecommendOnProposal } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsIn, IsLowercase, IsOptional, IsUUID, ValidateIf } from 'class-validator';

/** `proposals.recommend`. */
export class RecommendOnProposalDto extends AppendIntentDto implements RecommendOnProposal {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  /** Null takes the recommendation back. */
  @ValidateIf((_, value: unknown) => value !== null)
  @IsIn(RECOMMENDATIONS)
  advice: RecommendOnProposal['advice'];

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
