import type { PollAct } from '@roundtable/contracts';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsUUID } from 'class-validator';

/** `polls.start`, `polls.hide_results` and `polls.publish`. */
export class PollActDto extends AppendIntentDto implements PollAct {
  @IsUUID()
  @IsLowercase()
  poll: string;
}
