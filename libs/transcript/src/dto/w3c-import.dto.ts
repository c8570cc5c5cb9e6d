import { LIMITS } from '@roundtable/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Fields beside the files: the names chosen for speakers, as JSON `{file: {key: name}}`. */
export class W3cImportDto {
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.jsonBodyBytes)
  speakers?: string;
}
