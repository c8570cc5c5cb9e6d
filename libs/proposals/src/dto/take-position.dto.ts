import { LIMITS, type TakePosition } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsNumber, IsOptional, IsUUID, Max, Min, ValidateIf } from 'class-validator';

/** `proposals.position`. */
export class TakePositionDto extends AppendIntentDto implements TakePosition {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  /** From -1 to +1 in hundredths; null takes the position back. */
  @ValidateIf((_, value: unknown) => value !== null)
  @IsNumber({ maxDecimalPlaces: 2, allowNaN: false, allowInfinity: false })
  @Min(-1)
  @Max(1)
  value: number | null;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
