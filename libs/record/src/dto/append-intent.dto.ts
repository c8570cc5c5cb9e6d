import { PROTOCOL_VERSION } from '@roundtable/contracts';
import { Equals, IsUUID } from 'class-validator';

/** What every intent that appends to a room carries. */
export class AppendIntentDto {
  @Equals(PROTOCOL_VERSION)
  v: number;

  @IsUUID()
  room: string;

  /** Made by the client; the same one never makes two entries. */
  @IsUUID(7)
  clientId: string;
}
