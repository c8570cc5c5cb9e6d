import { PROTOCOL_VERSION, type SyncRequest } from '@roundtable/contracts';
import { Equals, IsInt, IsLowercase, IsUUID, Max, Min, ValidateIf } from 'class-validator';

/** `record.sync`. */
export class SyncDto implements SyncRequest {
  @Equals(PROTOCOL_VERSION)
  v: number;

  /** In its canonical form: channels and seats are found by it. */
  @IsUUID()
  @IsLowercase()
  room: string;

  @ValidateIf(({ since }: SyncDto) => since !== null)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  since: number | null;

  @ValidateIf(({ epoch }: SyncDto) => epoch !== null)
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  epoch: number | null;
}
