import { LIMITS, type EditMessage } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { ArrayMaxSize, IsArray, IsInt, IsLowercase, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** `discussion.edit`. */
export class EditMessageDto extends AppendIntentDto implements EditMessage {
  /** `seq` of the message or statement. */
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  target: number;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  body: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.mentions)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  mentions?: string[];
}
