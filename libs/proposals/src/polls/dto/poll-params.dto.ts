import { IsLowercase, IsUUID } from 'class-validator';

/** Names a poll of a room in an address. */
export class PollParamsDto {
  @IsUUID()
  @IsLowercase()
  room: string;

  @IsUUID()
  @IsLowercase()
  poll: string;
}
