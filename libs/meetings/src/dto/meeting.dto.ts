import {
  CONFIDENTIALITIES,
  LIMITS,
  type ActRequest,
  type ChangeMeeting,
  type Confidentiality,
  type CreateMeeting,
} from '@roundtable/contracts';
import { IsInstant, IsLine, IsProse } from '@roundtable/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  IsUUID,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsAfter, IsLanguageTag, IsZone } from './meeting.validators.js';

/** Skips a field that was not sent, but not one that was sent as null. */
const IfSent = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);
const HTTP = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/** Body of an act: only the client's own number. */
export class ActDto implements ActRequest {
  @IsUUID(7) clientId: string;
}

/** Body of `POST /api/v1/meetings`. */
export class CreateMeetingDto implements CreateMeeting {
  @IsUUID(7) clientId: string;
  @IsLine({ max: LIMITS.titleLength }) title: string;
  @IsLine({ max: LIMITS.nameLength }) host: string;
  @IsInstant() startsAt: string;
  @IsInstant() @IsAfter('startsAt') endsAt: string;
  @IsZone() zone: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.languages)
  @ArrayUnique()
  @IsLanguageTag({ each: true })
  languages: string[];
  @IsOptional() @IsLine({ max: LIMITS.nameLength }) venue?: string | null;
  @IsBoolean() remote: boolean;
  @IsOptional() @MaxLength(2_000) @IsUrl(HTTP) conferenceUrl?: string | null;
  @IsIn(CONFIDENTIALITIES) confidentiality: Confidentiality;
  @IsOptional() @IsProse({ max: LIMITS.programmeLength }) programme?: string | null;
}

/** Body of `PATCH /api/v1/meetings/:meeting`: what is not sent stays. */
export class ChangeMeetingDto implements ChangeMeeting {
  @IsUUID(7) clientId: string;
  @IsInt() @Min(1) version: number;
  @IfSent() @IsLine({ max: LIMITS.titleLength }) title?: string;
  @IfSent() @IsLine({ max: LIMITS.nameLength }) host?: string;
  @IfSent() @IsInstant() startsAt?: string;
  @IfSent() @IsInstant() @IsAfter('startsAt') endsAt?: string;
  @IfSent() @IsZone() zone?: string;
  @IfSent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.languages)
  @ArrayUnique()
  @IsLanguageTag({ each: true })
  languages?: string[];
  @IsOptional() @IsLine({ max: LIMITS.nameLength }) venue?: string | null;
  @IfSent() @IsBoolean() remote?: boolean;
  @IsOptional() @MaxLength(2_000) @IsUrl(HTTP) conferenceUrl?: string | null;
  @IfSent() @IsIn(CONFIDENTIALITIES) confidentiality?: Confidentiality;
  @IsOptional() @IsProse({ max: LIMITS.programmeLength }) programme?: string | null;
}
