import { LIMITS, type DraftSet } from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsLowercase, IsOptional, IsUUID } from 'class-validator';

/** `publications.draft_set`. */
export class DraftSetDto extends AppendIntentDto implements DraftSet {
  @IsLine({ max: LIMITS.titleLength })
  title: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.setLines)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  proposals?: string[];
}
