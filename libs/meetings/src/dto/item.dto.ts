import { LIMITS, type SaveItem } from '@roundtable/contracts';
import { IsLine } from '@roundtable/platform';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Body of `POST .../items` and `PUT .../items/:item`. */
export class SaveItemDto implements SaveItem {
  @IsUUID(7) clientId: string;
  @IsLine({ max: LIMITS.titleLength }) title: string;
  @IsOptional() @IsUUID(7) parent?: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(DAY_MS) allottedMs?: number | null;
}

/** Body of `POST .../items/:item/move`. */
export class MoveItemDto {
  @IsUUID(7) clientId: string;
  /** Place among the siblings, from 0. */
  @IsInt() @Min(0) @Max(10_000) place: number;
}
