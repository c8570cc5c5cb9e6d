import type { EndSpeech } from '@roundtable/contracts';
import { AppendIntentDto } from '@roundtable/record';
import { IsLowercase, IsUUID } from 'class-validator';

/** `floor.end`. */
export class EndSpeechDto extends AppendIntentDto implements EndSpeech {
  @IsUUID()
  @IsLowercase()
  request: string;
}
