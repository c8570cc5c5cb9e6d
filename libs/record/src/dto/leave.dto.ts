import { PROTOCOL_VERSION } from '@roundtable/contracts';
import { Equals, IsLowercase, IsUUID } from 'class-validator';

/** `record.leave`. */
export class LeaveDto {
  @Equals(PROTOCOL_VERSION)
  v: number;

  /** In its canonical form: channels and seats are found by it. */
  @IsUUID()
  @IsLowercase()
  room: string;
}
