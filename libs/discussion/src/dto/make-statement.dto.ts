import { LIMITS, type MakeStatement } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsOptional, IsUUID } from 'class-validator';
import { IsLanguageTag } from './language-tag.validator.js';

/** `discussion.state`. */
export class MakeStatementDto extends AppendIntentDto implements MakeStatement {
  /** Participant who spoke. */
  @IsUUID()
  @IsLowercase()
  speaker: string;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  body: string;

  @IsOptional()
  @IsLanguageTag()
  language?: string | null;
}
