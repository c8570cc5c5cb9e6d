import {
  AMENDMENT_KINDS,
  LIMITS,
  type AmendmentKind,
  type AmendmentSponsor,
  type RebaseAmendment,
  type TableAmendment,
} from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
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
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { WordingIntentDto } from './amendment-intent.dto.js';

/** One who stands behind an amendment. */
export class AmendmentSponsorDto implements AmendmentSponsor {
  @IsIn(['person', 'delegation'])
  kind: AmendmentSponsor['kind'];

  @IsUUID()
  @IsLowercase()
  id: string;
}

/** `amendments.table`. */
export class TableAmendmentDto extends AppendIntentDto implements TableAmendment {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsInt()
  @Min(0)
  @Max(2 ** 31 - 1)
  version: number;

  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  sha256?: string | null;

  @IsIn(AMENDMENT_KINDS)
  kind: AmendmentKind;

  @IsInt()
  @Min(0)
  @Max(2 ** 31 - 1)
  paragraph: number;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.amendmentTextLength })
  text?: string | null;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.amendmentSponsors)
  /** Nested validation alone lets a list inside the list pass. */
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AmendmentSponsorDto)
  sponsors?: AmendmentSponsorDto[];
}

/** `amendments.rebase`. */
export class RebaseAmendmentDto extends WordingIntentDto implements RebaseAmendment {
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  @IsIn(AMENDMENT_KINDS)
  kind: AmendmentKind;

  @IsInt()
  @Min(0)
  @Max(2 ** 31 - 1)
  paragraph: number;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.amendmentTextLength })
  text?: string | null;
}
