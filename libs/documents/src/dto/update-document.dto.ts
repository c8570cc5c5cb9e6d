import { LIMITS, type UpdateDocument } from '@roundtable/contracts';
import { IsBase64, IsUUID, MaxLength, MinLength } from 'class-validator';
import { DocumentIntentDto } from './document-intent.dto.js';

/** `documents.update`. */
export class UpdateDocumentDto extends DocumentIntentDto implements UpdateDocument {
  /** Made by the client; the same one never counts twice. */
  @IsUUID(7)
  clientId: string;

  @MinLength(1)
  @MaxLength(LIMITS.documentUpdateLength)
  @IsBase64()
  update: string;
}
