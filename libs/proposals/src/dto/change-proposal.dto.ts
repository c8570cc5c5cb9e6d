import { LIMITS, type ChangeProposal } from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsLowercase,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ProposalReferenceDto, ProposalSubmitterDto } from './proposal-links.dto.js';

/** A field may be left out, but where it is sent, null is no title. */
const whenSent = ValidateIf((_, value: unknown) => value !== undefined);

/** `proposals.change`: what is left out stays as it is. */
export class ChangeProposalDto extends AppendIntentDto implements ChangeProposal {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  /** The version the change was made on. */
  @IsInt()
  @Min(1)
  @Max(2 ** 31 - 1)
  version: number;

  @whenSent
  @IsLine({ max: LIMITS.titleLength })
  title?: string;

  @whenSent
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.proposalTextLength })
  text?: string;

  @IsOptional()
  @IsLine({ max: LIMITS.fieldLength })
  focusArea?: string | null;

  @IsOptional()
  @IsLine({ max: LIMITS.fieldLength })
  responsible?: string | null;

  @IsOptional()
  @IsLine({ max: LIMITS.fieldLength })
  timeline?: string | null;

  @whenSent
  @IsArray()
  @ArrayMaxSize(LIMITS.proposalSubmitters)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProposalSubmitterDto)
  submitters?: ProposalSubmitterDto[];

  @whenSent
  @IsArray()
  @ArrayMaxSize(LIMITS.proposalReferences)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ProposalReferenceDto)
  references?: ProposalReferenceDto[];
}
