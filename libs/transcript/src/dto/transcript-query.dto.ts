import { LIMITS, PASSAGE_KINDS, type PassageKind } from '@roundtable/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** Which passages of a transcript are wanted; every filter narrows. */
export class PassageFilterDto {
  /** Participant who spoke or wrote, or whom an event is about. */
  @IsOptional()
  @IsUUID()
  speaker?: string;

  /** Delegation of whoever spoke. */
  @IsOptional()
  @IsUUID()
  delegation?: string;

  @IsOptional()
  @IsIn(PASSAGE_KINDS)
  kind?: PassageKind;

  /** ISO 8601 with its zone; passages of this moment belong. */
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  /** ISO 8601 with its zone; passages of this moment belong. */
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

/** Query of `GET .../transcript`: a page after, before or around an entry; the beginning without any of them. */
export class TranscriptQueryDto extends PassageFilterDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  after?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  before?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  around?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMITS.transcriptPage)
  limit: number = LIMITS.historyPageDefault;
}
