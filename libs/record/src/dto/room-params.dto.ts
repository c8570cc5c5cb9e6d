import { IsLowercase, IsUUID } from 'class-validator';

/** The room of an address. */
export class RoomParamsDto {
  @IsUUID()
  @IsLowercase()
  room: string;
}
