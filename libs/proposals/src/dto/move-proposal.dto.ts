import { LIMITS, PROPOSAL_ACTS, type MoveProposal } from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { IsIn, IsInt, IsLowercase, IsOptional, IsUUID, Max, Min, ValidateIf } from 'class-validator';

const OWN_INTENTS: readonly string[] = ['decide', 'merge', 'withdraw'];
const ACTS = PROPOSAL_ACTS.filter((act) => !OWN_INTENTS.includes(act));

/** `proposals.move`: one step on. */
export class MoveProposalDto extends AppendIntentDto implements MoveProposal {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  /** The version it was looked at in. */
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  @IsIn(ACTS)
  act: MoveProposal['act'];

  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.reasonLength })
  reason?: string | null;

  /** A referral names the body. */
  @ValidateIf(({ act }: MoveProposalDto, value: unknown) => act === 'refer' || value !== undefined)
  @IsLine({ max: LIMITS.nameLength })
  referredTo?: string | null;
}
