import {
  FOLLOW_UP_STATES,
  LIMITS,
  type CorrectFollowUp,
  type FollowUpState,
  type ProofWish,
  type ReportOnFollowUp,
} from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsLowercase,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** A link or a file; which of the fields belong together is judged with the files that there are. */
export class ProofWishDto implements ProofWish {
  @IsIn(['link', 'file'])
  kind: ProofWish['kind'];

  @IsOptional()
  @IsLine({ max: LIMITS.addressLength })
  url?: string | null;

  @IsOptional()
  @IsLine({ min: 0, max: LIMITS.titleLength })
  title?: string | null;

  @IsOptional()
  @IsUUID()
  @IsLowercase()
  file?: string | null;
}

/** `follow_up.report`. */
export class ReportOnFollowUpDto extends AppendIntentDto implements ReportOnFollowUp {
  @IsUUID()
  @IsLowercase()
  followUp: string;

  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.followUpWordsLength })
  words: string;

  @IsIn(FOLLOW_UP_STATES)
  state: FollowUpState;

  @IsInt()
  @Min(0)
  @Max(100)
  progress: number;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;

  @IsArray()
  @ArrayMaxSize(LIMITS.followUpProofs)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProofWishDto)
  proofs: ProofWishDto[];
}

/** `follow_up.correct`. */
export class CorrectFollowUpDto extends ReportOnFollowUpDto implements CorrectFollowUp {
  @IsUUID()
  @IsLowercase()
  update: string;
}
