import { Transform } from 'class-transformer';
import { IsInt, IsLowercase, IsUUID, Max, Min } from 'class-validator';

/** Names one proposal of a meeting in an address. */
export class ProposalParamsDto {
  @IsUUID()
  @IsLowercase()
  meeting: string;

  @Transform(({ value }: { value: unknown }) => (/^\d{1,10}$/.test(String(value)) ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  number: number;
}
