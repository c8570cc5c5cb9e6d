import { Transform } from 'class-transformer';
import { IsInt, IsLowercase, IsUUID, Max, Min } from 'class-validator';

/** Names one message or statement of a room in an address. */
export class MessageParamsDto {
  @IsUUID()
  @IsLowercase()
  room: string;

  @Transform(({ value }: { value: unknown }) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  seq: number;
}
