import { REACTIONS, type Reaction, type ReactToMessage } from '@roundtable/contracts';
import { AppendIntentDto } from '@roundtable/record';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';

/** `discussion.react`. */
export class ReactToMessageDto extends AppendIntentDto implements ReactToMessage {
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  target: number;

  @IsIn(REACTIONS)
  reaction: Reaction;

  @IsBoolean()
  on: boolean;
}
