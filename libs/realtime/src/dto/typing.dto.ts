import { PROTOCOL_VERSION, type TypingIntent } from '@roundtable/contracts';
import { Equals, IsBoolean, IsLowercase, IsUUID } from 'class-validator';

/** `presence.typing`. */
export class TypingDto implements TypingIntent {
  @Equals(PROTOCOL_VERSION)
  v: number;

  /** In its canonical form: channels and seats are found by it. */
  @IsUUID()
  @IsLowercase()
  room: string;

  @IsBoolean()
  on: boolean;
}
