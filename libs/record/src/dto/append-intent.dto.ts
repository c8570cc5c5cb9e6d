import { PROTOCOL_VERSION } from '@roundtable/contracts';
import { Equals, IsLowercase, IsUUID } from 'class-validator';

/** What every intent that appends to a room carries. */
export class AppendIntentDto {
  @Equals(PROTOCOL_VERSION)
  v: number;

  /** In its canonical form: lanes and channels are found by it. */
  @IsUUID()
  @IsLowercase()
  room: string;

  /** Made by the client; the same one never makes two entries. */
  @IsUUID(7)
  clientId: string;
}
