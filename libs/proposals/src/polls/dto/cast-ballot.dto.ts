import { LIMITS, type BallotPick, type CastBallot } from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
import { PollActDto } from './poll-act.dto.js';

/** One line of a ballot. */
export class BallotPickDto implements BallotPick {
  @IsLine({ max: 40 })
  option: string;

  /** Null where the poll takes no points. */
  @ValidateIf((_, value: unknown) => value !== null)
  @IsInt()
  @Min(0)
  @Max(LIMITS.pollPoints)
  points: number | null;
}

/** `polls.cast`. */
export class CastBallotDto extends PollActDto implements CastBallot {
  @IsOptional()
  @IsUUID()
  @IsLowercase()
  elector?: string | null;

  @IsArray()
  @ArrayMaxSize(LIMITS.pollOptions)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BallotPickDto)
  picks: BallotPickDto[];

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;
}
