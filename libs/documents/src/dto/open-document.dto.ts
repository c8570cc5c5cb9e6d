import { LIMITS, type OpenDocument } from '@roundtable/contracts';
import { IsBase64, MaxLength, ValidateIf } from 'class-validator';
import { DocumentIntentDto } from './document-intent.dto.js';

/** `documents.open`. */
export class OpenDocumentDto extends DocumentIntentDto implements OpenDocument {
  @ValidateIf(({ known }: OpenDocumentDto) => known !== null)
  @MaxLength(LIMITS.documentUpdateLength)
  @IsBase64()
  known: string | null;
}
