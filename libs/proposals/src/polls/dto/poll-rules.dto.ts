import {
  LIMITS,
  POLL_UNITS,
  REASON_RULES,
  SHARE_BASES,
  SHARE_RELATIONS,
  type PollRules,
  type PollThreshold,
  type PollUnit,
  type ReasonRule,
  type Share,
  type ShareBase,
  type ShareRelation,
} from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const unlessNull = ValidateIf((_, value: unknown) => value !== null);

/** A part of a whole. That it is at most the whole is checked with a refusal of its own. */
export class ShareDto implements Share {
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  numerator: number;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  denominator: number;
}

/** A condition on one option. */
export class PollThresholdDto implements PollThreshold {
  @unlessNull
  @IsLine({ max: 40 })
  option: string | null;

  @IsIn(SHARE_RELATIONS)
  relation: ShareRelation;

  @IsObject()
  @ValidateNested()
  @Type(() => ShareDto)
  share: ShareDto;

  @IsIn(SHARE_BASES)
  base: ShareBase;

  @IsBoolean()
  countsAbstentions: boolean;
}

/** The rules of a poll, each said. */
export class PollRulesDto implements PollRules {
  @IsIn(POLL_UNITS)
  unit: PollUnit;

  @IsBoolean()
  isSecret: boolean;

  @IsBoolean()
  hidesResults: boolean;

  @IsBoolean()
  requiresPresence: boolean;

  @unlessNull
  @IsObject()
  @ValidateNested()
  @Type(() => ShareDto)
  quorum: ShareDto | null;

  @IsArray()
  @ArrayMaxSize(LIMITS.pollThresholds)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PollThresholdDto)
  thresholds: PollThresholdDto[];

  @IsIn(REASON_RULES)
  reasons: ReasonRule;

  @IsInt()
  @Min(1)
  @Max(LIMITS.pollOptions)
  minPicks: number;

  @IsInt()
  @Min(1)
  @Max(LIMITS.pollOptions)
  maxPicks: number;

  @IsInt()
  @Min(0)
  @Max(LIMITS.pollPoints)
  points: number;
}
