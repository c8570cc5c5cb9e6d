import { DECISION_RESULTS, LIMITS, type DecideProposal, type DecisionResult } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsIn, IsInt, IsLowercase, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** `proposals.decide`: what whoever conducts the meeting found it to have decided. */
export class DecideProposalDto extends AppendIntentDto implements DecideProposal {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  @IsIn(DECISION_RESULTS)
  result: DecisionResult;

  /** The decision in words; the title where left out. */
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  text?: string | null;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
