import { PROTOCOL_VERSION, type MarkRead } from '@roundtable/contracts';
import { Equals, IsInt, IsLowercase, IsUUID, Max, Min } from 'class-validator';

/** `discussion.mark_read`. Appends nothing, so it has no client id. */
export class MarkReadDto implements MarkRead {
  @Equals(PROTOCOL_VERSION)
  v: number;

  @IsUUID()
  @IsLowercase()
  room: string;

  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  seq: number;
}
