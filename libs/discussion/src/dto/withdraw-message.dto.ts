import { LIMITS, type WithdrawMessage } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** `discussion.withdraw`. */
export class WithdrawMessageDto extends AppendIntentDto implements WithdrawMessage {
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  target: number;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
