import { LIMITS, type ClosePoll } from '@roundtable/contracts';
import { ArrayMaxSize, IsArray, IsBoolean, IsLowercase, IsOptional, IsUUID } from 'class-validator';
import { PollActDto } from './poll-act.dto.js';

/** `polls.close`. */
export class ClosePollDto extends PollActDto implements ClosePoll {
  @IsOptional()
  @IsBoolean()
  isPublished?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pollElectors)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  present?: string[];
}
