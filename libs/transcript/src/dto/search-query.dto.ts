import { LIMITS } from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { PassageFilterDto } from './transcript-query.dto.js';

const LONGEST_QUERY = 500;
const HITS_UNLESS_TOLD = 50;

/** Query of `GET .../transcript/search`: words, `"a phrase"`, `-without`. */
export class SearchQueryDto extends PassageFilterDto {
  @IsLine({ max: LONGEST_QUERY })
  q: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMITS.searchHits)
  limit: number = HITS_UNLESS_TOLD;
}
