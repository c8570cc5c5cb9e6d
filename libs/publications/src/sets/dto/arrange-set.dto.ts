import { LIMITS, type ArrangeSet } from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { ArrayMaxSize, IsArray, IsLowercase, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { VersionedIntentDto } from '../../dto/versioned-intent.dto.js';

/** `publications.arrange_set`: what is left out stays as it is. */
export class ArrangeSetDto extends VersionedIntentDto implements ArrangeSet {
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsLine({ max: LIMITS.titleLength })
  title?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.setLines)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  add?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.setLines)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  remove?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.setLines)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  order?: string[];
}
