import {
  LIMITS,
  RESPONSIBLE_KINDS,
  type BeginFollowUp,
  type ChangeFollowUp,
  type FollowUpResponsible,
} from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsLowercase,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsDay } from './day.validator.js';

/** Skips a field that was not sent, but not one that was sent as null. */
const IfSent = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

/** Who is responsible: a participant or a delegation by id, or somebody in words. */
export class ResponsibleDto implements FollowUpResponsible {
  @IsIn(RESPONSIBLE_KINDS)
  kind: FollowUpResponsible['kind'];

  @IsOptional()
  @IsUUID()
  @IsLowercase()
  id: string | null = null;

  @IsOptional()
  @IsLine({ max: LIMITS.nameLength })
  words: string | null = null;
}

/** `follow_up.begin`. */
export class BeginFollowUpDto extends AppendIntentDto implements BeginFollowUp {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsObject()
  @ValidateNested()
  @Type(() => ResponsibleDto)
  responsible: ResponsibleDto;

  @IsDay()
  dueOn: string;

  @IsOptional()
  @IsDay()
  reviewOn?: string | null;
}

/** `follow_up.change`. */
export class ChangeFollowUpDto extends AppendIntentDto implements ChangeFollowUp {
  @IsUUID()
  @IsLowercase()
  followUp: string;

  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  @IfSent()
  @IsObject()
  @ValidateNested()
  @Type(() => ResponsibleDto)
  responsible?: ResponsibleDto;

  @IfSent()
  @IsDay()
  dueOn?: string;

  @IsOptional()
  @IsDay()
  reviewOn?: string | null;

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
