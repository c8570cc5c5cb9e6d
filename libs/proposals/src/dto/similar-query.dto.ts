import { LIMITS } from '@roundtable/contracts';
import { IsProse } from '@roundtable/platform';

/** Words to compare with. */
export class SimilarQueryDto {
  @IsProse({ max: LIMITS.fieldLength })
  words: string;
}
