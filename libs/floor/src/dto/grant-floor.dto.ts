import type { GrantFloor } from '@roundtable/contracts';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsUUID } from 'class-validator';

/** `floor.grant`. */
export class GrantFloorDto extends AppendIntentDto implements GrantFloor {
  @IsUUID()
  @IsLowercase()
  request: string;
}
