import { IsIn, IsOptional } from 'class-validator';
import { COMMUNIQUE_VIEWS, type CommuniquePrintView } from '../communique-sheet.js';
import { FileQueryDto } from './file-query.dto.js';

/** The language of headings and labels, and whether what is open is shown. */
export class CommuniqueFileQueryDto extends FileQueryDto {
  @IsOptional()
  @IsIn(COMMUNIQUE_VIEWS)
  view: CommuniquePrintView = 'negotiating';
}
