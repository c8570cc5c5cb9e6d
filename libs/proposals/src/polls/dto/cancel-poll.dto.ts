import { LIMITS, type CancelPoll } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { IsOptional } from 'class-validator';
import { PollActDto } from './poll-act.dto.js';

/** `polls.cancel`. */
export class CancelPollDto extends PollActDto implements CancelPoll {
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
