import { PROTOCOL_VERSION } from '@roundtable/contracts';
import { Equals, IsLowercase, IsUUID } from 'class-validator';

/** What every intent on a document carries. */
export class DocumentIntentDto {
  @Equals(PROTOCOL_VERSION)
  v: number;

  /** In its canonical form: lanes and channels are found by it. */
  @IsUUID()
  @IsLowercase()
  room: string;

  @IsUUID()
  @IsLowercase()
  proposal: string;
}
