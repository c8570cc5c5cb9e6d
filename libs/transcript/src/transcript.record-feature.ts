import { Injectable } from '@nestjs/common';
import type { Audience, Entry } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';

/** What the transcript contributes to the record: the note that a meeting was brought in. It changes no table. */
@Injectable()
export class TranscriptRecordFeature implements RecordFeature {
  readonly name = 'transcript';

  project(): Promise<void> {
    return Promise.resolve();
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return audience === 'public' ? null : entry;
  }

  showsAsStored(audience: Audience): boolean {
    return audience !== 'public';
  }
}
