import { AppendIntentDto } from '@roundtable/record';
import { IsInt, Max, Min } from 'class-validator';

/** What every change made on a version carries. */
export class VersionedIntentDto extends AppendIntentDto {
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;
}
