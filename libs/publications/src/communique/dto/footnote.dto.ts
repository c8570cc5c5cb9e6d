import { LIMITS, type ReserveOnCommunique, type WithdrawCommuniqueReservation } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsOptional, IsUUID } from 'class-validator';

/** `publications.reserve_on_communique`. */
export class ReserveOnCommuniqueDto extends AppendIntentDto implements ReserveOnCommunique {
  @IsUUID()
  @IsLowercase()
  part: string;

  @IsOptional()
  @IsUUID()
  @IsLowercase()
  delegation?: string | null;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reservationLength })
  text: string;
}

/** `publications.withdraw_communique_reservation`. */
export class WithdrawCommuniqueReservationDto
  extends AppendIntentDto
  implements WithdrawCommuniqueReservation
{
  @IsUUID()
  @IsLowercase()
  part: string;

  @IsUUID()
  @IsLowercase()
  reservation: string;
}
