import {
  LIMITS,
  type AdoptCommunique,
  type ChangeCommunique,
  type Circulate,
  type DraftCommunique,
  type Objection,
  type ResolveBracket,
} from '@roundtable/contracts';
import { IsInstant, IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsLowercase,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { VersionedIntentDto } from '../../dto/versioned-intent.dto.js';

/** `publications.draft_communique`. */
export class DraftCommuniqueDto extends AppendIntentDto implements DraftCommunique {
  @IsLine({ max: LIMITS.titleLength })
  title: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.setLines)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  lines: string[];
}

/** One paragraph as it is to be. */
export class CommuniquePartDto {
  @IsOptional()
  @IsUUID()
  @IsLowercase()
  id?: string | null;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  text: string;
}

/** `publications.change_communique`. */
export class ChangeCommuniqueDto extends VersionedIntentDto implements ChangeCommunique {
  @IsLine({ max: LIMITS.titleLength })
  title: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.communiqueParts)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommuniquePartDto)
  parts: CommuniquePartDto[];
}

/** `publications.resolve_bracket`. */
export class ResolveBracketDto extends VersionedIntentDto implements ResolveBracket {
  @IsUUID()
  @IsLowercase()
  part: string;

  @IsInt()
  @Min(0)
  @Max(LIMITS.bodyLength)
  bracket: number;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  words: string;

  /** Empty where the words go. */
  @UnifyLineEnds()
  @IsProse({ min: 0, max: LIMITS.bodyLength })
  became: string;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}

/** `publications.adopt_communique`. */
export class AdoptCommuniqueDto extends VersionedIntentDto implements AdoptCommunique {
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}

/** `publications.circulate`. */
export class CirculateDto extends VersionedIntentDto implements Circulate {
  @IsInstant()
  until: string;
}

/** `publications.object`. */
export class ObjectionDto extends AppendIntentDto implements Objection {
  @IsOptional()
  @IsUUID()
  @IsLowercase()
  delegation?: string | null;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reservationLength })
  reason: string;
}
