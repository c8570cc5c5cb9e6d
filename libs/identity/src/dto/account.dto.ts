import {
  INSTALLATION_ROLES,
  LIMITS,
  type ChangeAccount,
  type ChangePassword,
  type CreateAccount,
  type InstallationRole,
  type PasswordLogin,
  type SetupRequest,
} from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';

/** Body of `POST /api/v1/login`. The address is not checked for form: a wrong one is answered as an unknown one. */
export class PasswordLoginDto implements PasswordLogin {
  @IsLine({ max: LIMITS.emailLength }) email: string;
  @IsString() @MaxLength(LIMITS.passwordMaxLength) password: string;
}

/** Body of `POST /api/v1/setup/:token`. */
export class SetupDto implements SetupRequest {
  @IsLine({ max: LIMITS.nameLength }) name: string;
  @MaxLength(LIMITS.emailLength) @IsEmail({}, { message: 'email must be an e-mail address' }) email: string;
  @IsString() @MaxLength(LIMITS.passwordMaxLength) password: string;
}

/** Body of `POST /api/v1/accounts`. */
export class CreateAccountDto implements CreateAccount {
  @MaxLength(LIMITS.emailLength) @IsEmail({}, { message: 'email must be an e-mail address' }) email: string;
  @IsLine({ max: LIMITS.nameLength }) name: string;
  @ValidateIf((dto: CreateAccountDto) => dto.role !== null)
  @IsIn(INSTALLATION_ROLES)
  role: InstallationRole | null;
}

/** Body of `PATCH /api/v1/accounts/:account`. */
export class ChangeAccountDto implements ChangeAccount {
  @IsOptional() @IsIn(INSTALLATION_ROLES) role?: InstallationRole | null;
  @ValidateIf((dto: ChangeAccountDto) => dto.disabled !== undefined) @IsBoolean() disabled?: boolean;
}

/** Body of `POST /api/v1/password`. */
export class ChangePasswordDto implements ChangePassword {
  @IsString() @MaxLength(LIMITS.passwordMaxLength) current: string;
  @IsString() @MaxLength(LIMITS.passwordMaxLength) next: string;
}
