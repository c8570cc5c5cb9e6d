import { PROTOCOL_VERSION } from '@roundtable/contracts';
import { Equals, IsUUID } from 'class-validator';

/** `record.leave`. */
export class LeaveDto {
  @Equals(PROTOCOL_VERSION)
  v: number;

  @IsUUID()
  room: string;
}
