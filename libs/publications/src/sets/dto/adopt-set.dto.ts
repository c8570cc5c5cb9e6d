import { LIMITS, type AdoptSet } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsLowercase, IsOptional, IsUUID } from 'class-validator';
import { VersionedIntentDto } from '../../dto/versioned-intent.dto.js';

/** `publications.adopt_set`. */
export class AdoptSetDto extends VersionedIntentDto implements AdoptSet {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.setLines)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  lines?: string[] | null;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
