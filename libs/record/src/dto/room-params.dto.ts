import { IsUUID } from 'class-validator';

/** The room of an address. */
export class RoomParamsDto {
  @IsUUID()
  room: string;
}
