import { IsLowercase, IsUUID } from 'class-validator';

/** Names a meeting in an address. */
export class MeetingParamsDto {
  @IsUUID()
  @IsLowercase()
  meeting: string;
}
