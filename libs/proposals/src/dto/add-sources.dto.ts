import { LIMITS, type AddSources } from '@roundtable/contracts';
import { AppendIntentDto } from '@roundtable/record';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsLowercase,
  IsObject,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { MarkedWordsDto } from './marked-words.dto.js';

/** `proposals.add_sources`. */
export class AddSourcesDto extends AppendIntentDto implements AddSources {
  @IsUUID()
  @IsLowercase()
  proposal: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.proposalSources)
  /** Nested validation alone lets a list inside the list pass. */
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MarkedWordsDto)
  sources: MarkedWordsDto[];
}
