import { LANGUAGES, type Language } from '@roundtable/contracts';
import { IsIn, IsOptional } from 'class-validator';

/** The language of headings and states; words stay in the language they were written in. */
export class CsvQueryDto {
  @IsOptional()
  @IsIn(LANGUAGES)
  lang: Language = 'en';
}
