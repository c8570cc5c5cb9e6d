import { LIMITS } from '@roundtable/contracts';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsLowercase, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** Names a proposal of a meeting in an address. */
export class AmendedParamsDto {
  @IsUUID()
  @IsLowercase()
  meeting: string;

  @IsUUID()
  @IsLowercase()
  proposal: string;
}

/** Names an amendment on it. */
export class AmendmentParamsDto extends AmendedParamsDto {
  @IsUUID()
  @IsLowercase()
  amendment: string;
}

/** Which version is read; the newest where it is left out. */
export class ParagraphsQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2 ** 31 - 1)
  version?: number;
}

/** Amendments that are looked at beside the accepted ones, their ids with commas between. */
export class ConsolidatedQueryDto {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(LIMITS.amendmentsMergedAtOnce)
  @IsUUID(undefined, { each: true })
  @IsLowercase({ each: true })
  also?: string[];
}
