import { LIMITS, type Reserve, type WithdrawReservation } from '@roundtable/contracts';
import { IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsOptional, IsUUID } from 'class-validator';

/** `publications.reserve`. */
export class ReserveDto extends AppendIntentDto implements Reserve {
  @IsUUID()
  @IsLowercase()
  line: string;

  @IsOptional()
  @IsUUID()
  @IsLowercase()
  delegation?: string | null;

  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reservationLength })
  text: string;
}

/** `publications.withdraw_reservation`. */
export class WithdrawReservationDto extends AppendIntentDto implements WithdrawReservation {
  @IsUUID()
  @IsLowercase()
  line: string;

  @IsUUID()
  @IsLowercase()
  reservation: string;
}
