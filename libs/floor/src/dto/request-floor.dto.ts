import { LIMITS, type RequestFloor } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsOptional } from 'class-validator';

/** `floor.request`. */
export class RequestFloorDto extends AppendIntentDto implements RequestFloor {
  /** What about, for the chair and everybody else. */
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.noteLength })
  note?: string | null;
}
