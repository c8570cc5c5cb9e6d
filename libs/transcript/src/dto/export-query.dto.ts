import { LANGUAGES, type Language } from '@roundtable/contracts';
import { IsIn, IsOptional } from 'class-validator';

/** Query of `GET .../export.md`: the language of headings; words stay in the language they were said in. */
export class ExportQueryDto {
  @IsOptional()
  @IsIn(LANGUAGES)
  lang: Language = 'en';
}
