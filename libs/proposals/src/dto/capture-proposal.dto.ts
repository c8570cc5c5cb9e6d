import { LIMITS, type CaptureProposal } from '@roundtable/contracts';
import { IsLine, IsProse, UnifyLineEnds } from '@roundtable/platform';
import { AppendIntentDto } from '@roundtable/record';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { MarkedWordsDto } from './marked-words.dto.js';

/** `proposals.capture`. */
export class CaptureProposalDto extends AppendIntentDto implements CaptureProposal {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.proposalSources)
  /** Nested validation alone lets a list inside the list pass. */
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MarkedWordsDto)
  sources: MarkedWordsDto[];

  /** Defaults to the first words. */
  @IsOptional()
  @IsLine({ max: LIMITS.titleLength })
  title?: string | null;

  /** Markdown; defaults to the marked words, each passage a paragraph. */
  @IsOptional()
  @UnifyLineEnds()
  @IsProse({ max: LIMITS.proposalTextLength })
  text?: string | null;
}
