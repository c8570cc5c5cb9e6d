import { LIMITS, type VersionDocument } from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsOptional, IsUUID } from 'class-validator';

/** `documents.version`. */
export class VersionDocumentDto extends AppendIntentDto implements VersionDocument {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsOptional()
  @IsLine({ max: LIMITS.noteLength })
  note?: string | null;
}
