import type { WithdrawRequest } from '@roundtable/contracts';
import { AppendIntentDto } from '@roundtable/record';

/** `floor.withdraw`: it is one's own request, so nothing else is named. */
export class WithdrawRequestDto extends AppendIntentDto implements WithdrawRequest {}
