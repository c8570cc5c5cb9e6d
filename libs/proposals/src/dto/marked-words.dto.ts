import { LIMITS, type MarkedWords } from '@roundtable/contracts';
import { IsProse } from '@roundtable/platform';
import { IsInt, Max, Min } from 'class-validator';

/** One passage of a capture. Offsets are UTF-16 code units of the entry's newest text. */
export class MarkedWordsDto implements MarkedWords {
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  seq: number;

  @IsInt()
  @Min(0)
  @Max(LIMITS.proposalTextLength)
  from: number;

  @IsInt()
  @Min(1)
  @Max(LIMITS.proposalTextLength)
  to: number;

  @IsProse({ max: LIMITS.bodyLength })
  words: string;
}
