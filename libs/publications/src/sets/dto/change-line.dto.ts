import { LIMITS, type ChangeLine } from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { IsLowercase, IsOptional, IsUUID } from 'class-validator';
import { VersionedIntentDto } from '../../dto/versioned-intent.dto.js';

/** `publications.change_line`: what is left out stays, null empties. */
export class ChangeLineDto extends VersionedIntentDto implements ChangeLine {
  @IsUUID()
  @IsLowercase()
  line: string;

  @IsOptional()
  @IsLine({ max: LIMITS.fieldLength })
  focusArea?: string | null;

  @IsOptional()
  @IsLine({ max: LIMITS.fieldLength })
  responsible?: string | null;

  @IsOptional()
  @IsLine({ max: LIMITS.fieldLength })
  timeline?: string | null;
}
