import {
  LIMITS,
  RECOMMENDATIONS,
  type AcceptAmendment,
  type AmendmentSponsor,
  type DecideAmendment,
  type MergeAmendments,
  type PromoteAmendment,
  type RecommendOnAmendment,
  type RegulateAmendments,
  type SponsorAmendment,
  type WithdrawAmendment,
} from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsLowercase,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { AmendmentIntentDto, WordingIntentDto } from './amendment-intent.dto.js';

/** `amendments.sponsor`. */
export class SponsorAmendmentDto extends AmendmentIntentDto implements SponsorAmendment {
  @IsIn(['person', 'delegation'])
  as: AmendmentSponsor['kind'];

  @IsBoolean()
  joins: boolean;
}

/** `amendments.recommend`. */
export class RecommendOnAmendmentDto extends AmendmentIntentDto implements RecommendOnAmendment {
  /** Null takes the recommendation back. */
  @ValidateIf((_, value: unknown) => value !== null)
  @IsIn(RECOMMENDATIONS)
  advice: RecommendOnAmendment['advice'];

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}

/** `amendments.accept`. */
export class AcceptAmendmentDto extends WordingIntentDto implements AcceptAmendment {
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}

/** `amendments.decide`. */
export class DecideAmendmentDto extends AcceptAmendmentDto implements DecideAmendment {
  @IsIn(['accepted', 'rejected'])
  result: DecideAmendment['result'];
}

/** `amendments.withdraw`. */
export class WithdrawAmendmentDto extends AmendmentIntentDto implements WithdrawAmendment {
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}

/** `amendments.merge`. */
export class MergeAmendmentsDto extends AppendIntentDto implements MergeAmendments {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.amendmentsMergedAtOnce)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  amendments: string[];

  @IsOptional()
  @IsLine({ max: LIMITS.noteLength })
  note?: string | null;
}

/** `amendments.promote`. */
export class PromoteAmendmentDto extends WordingIntentDto implements PromoteAmendment {
  @IsOptional()
  @IsLine({ max: LIMITS.titleLength })
  title?: string | null;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.proposalTextLength })
  text?: string | null;
}

/** `amendments.regulate`. */
export class RegulateAmendmentsDto extends AppendIntentDto implements RegulateAmendments {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsBoolean()
  stop: boolean;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
