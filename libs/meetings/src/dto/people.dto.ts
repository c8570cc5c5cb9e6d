import {
  ATTENDANCES,
  LANGUAGES,
  LIMITS,
  ROLES,
  type Attendance,
  type EnterRequest,
  type Language,
  type ResendRequest,
  type Role,
  type SaveDelegation,
  type SaveParticipant,
} from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsLanguageTag } from './meeting.validators.js';

/** Body of `POST .../delegations` and `PUT .../delegations/:delegation`. */
export class SaveDelegationDto implements SaveDelegation {
  @IsUUID(7) clientId: string;
  @IsLine({ max: LIMITS.nameLength }) name: string;
  @IsOptional() @IsLine({ max: 40 }) shortName?: string | null;
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'country must be two capital letters, for example KG' })
  country?: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(10_000) precedence?: number;
}

/** Body of `POST .../participants` and `PUT .../participants/:participant`. */
export class SaveParticipantDto implements SaveParticipant {
  @IsUUID(7) clientId: string;
  @IsLine({ max: LIMITS.nameLength }) name: string;
  @IsOptional()
  @MaxLength(LIMITS.emailLength)
  @IsEmail({}, { message: 'email must be an e-mail address' })
  email?: string | null;
  @IsOptional() @IsLine({ max: LIMITS.nameLength }) position?: string | null;
  @IsOptional() @IsUUID(7) delegation?: string | null;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.rolesPerParticipant)
  @IsIn(ROLES, { each: true })
  roles: Role[];
  @IsOptional() @IsLanguageTag() language?: string | null;
}

/** Body of `POST /api/v1/join/:token`. */
export class EnterDto implements EnterRequest {
  @IsBoolean() consent: boolean;
  @IsIn(ATTENDANCES) attendance: Attendance;
}

/** Body of `POST /api/v1/join/resend`. */
export class ResendDto implements ResendRequest {
  @MaxLength(LIMITS.emailLength) @IsEmail({}, { message: 'email must be an e-mail address' }) email: string;
}

/** Query or body that may choose the language of a letter. */
export class LetterDto {
  @IsOptional() @IsIn(LANGUAGES) language?: Language;
}
