import { PROTOCOL_VERSION, type TypingIntent } from '@roundtable/contracts';
import { Equals, IsBoolean, IsUUID } from 'class-validator';

/** `presence.typing`. */
export class TypingDto implements TypingIntent {
  @Equals(PROTOCOL_VERSION)
  v: number;

  @IsUUID()
  room: string;

  @IsBoolean()
  on: boolean;
}
