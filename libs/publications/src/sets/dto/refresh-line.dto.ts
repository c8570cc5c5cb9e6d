import type { RefreshLine } from '@roundtable/contracts';
import { IsLowercase, IsUUID } from 'class-validator';
import { VersionedIntentDto } from '../../dto/versioned-intent.dto.js';

/** `publications.refresh_line`. */
export class RefreshLineDto extends VersionedIntentDto implements RefreshLine {
  @IsUUID()
  @IsLowercase()
  line: string;
}
