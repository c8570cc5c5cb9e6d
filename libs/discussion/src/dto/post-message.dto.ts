import { LIMITS, type PostMessage } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { ArrayMaxSize, IsArray, IsInt, IsLowercase, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsLanguageTag } from './language-tag.validator.js';

/** `discussion.post`. */
export class PostMessageDto extends AppendIntentDto implements PostMessage {
  /** Markdown. */
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  body: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  replyTo?: number | null;

  /** Words of the replied entry. */
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  quote?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.mentions)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  mentions?: string[];

  @IsOptional()
  @IsLanguageTag()
  language?: string | null;
}
