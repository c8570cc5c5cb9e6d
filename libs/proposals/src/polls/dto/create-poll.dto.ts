import { LIMITS, POLL_METHODS, type CreatePoll, type PollMethod } from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsLowercase,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { PollRulesDto } from './poll-rules.dto.js';

/** What one elector's vote weighs. */
export class ElectorWeightDto {
  @IsUUID()
  @IsLowercase()
  elector: string;

  /** A decimal number; what it must be is said by the refusal. */
  @IsLine({ max: 20 })
  weight: string;
}

/** Who holds whose vote. */
export class ProxyDto {
  @IsUUID()
  @IsLowercase()
  from: string;

  @IsUUID()
  @IsLowercase()
  to: string;
}

/** `polls.create`. */
export class CreatePollDto extends AppendIntentDto implements CreatePoll {
  @IsLine({ max: LIMITS.titleLength })
  title: string;

  /** Markdown. */
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.bodyLength })
  text?: string | null;

  @IsOptional()
  @IsUUID()
  @IsLowercase()
  proposal?: string | null;

  @IsOptional()
  @IsBoolean()
  isDecisive?: boolean;

  @IsIn(POLL_METHODS)
  method: PollMethod;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pollOptions)
  @IsLine({ max: LIMITS.titleLength }, { each: true })
  options?: string[];

  @IsObject()
  @ValidateNested()
  @Type(() => PollRulesDto)
  rules: PollRulesDto;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pollElectors)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  electors?: string[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pollElectors)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ElectorWeightDto)
  weights?: ElectorWeightDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pollElectors)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProxyDto)
  proxies?: ProxyDto[];
}
