import { AppendIntentDto } from '@roundtable/record';
import { IsInt, IsLowercase, IsUUID, Max, Min } from 'class-validator';

/** What every step of an amendment carries. */
export class AmendmentIntentDto extends AppendIntentDto {
  @IsUUID()
  @IsLowercase()
  amendment: string;
}

/** What every step carries that is made on one wording. */
export class WordingIntentDto extends AmendmentIntentDto {
  /** The wording it was looked at in. */
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  revision: number;
}
