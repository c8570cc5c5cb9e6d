import { LIMITS, type WithdrawProposal } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsOptional, IsUUID } from 'class-validator';

/** `proposals.withdraw`. */
export class WithdrawProposalDto extends AppendIntentDto implements WithdrawProposal {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
