import { Type } from 'class-transformer';
import { IsInt, IsLowercase, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** Names a document of a meeting in an address. */
export class DocumentParamsDto {
  @IsUUID()
  @IsLowercase()
  meeting: string;

  @IsUUID()
  @IsLowercase()
  proposal: string;
}

/** Names one version of it. */
export class VersionParamsDto extends DocumentParamsDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;
}

/** What is compared with what: the text as it is now where `to` is left out. */
export class DiffQueryDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  from: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  to?: number;
}
