import { Injectable } from '@nestjs/common';
import type { Audience, Entry, VisibleEntry } from '@roundtable/contracts';
import { RecordFeatures } from './feature-ports.js';

/** The one road from the record to any reader: live, catching up, history, search, export. */
@Injectable()
export class EntryPresenter {
  constructor(private readonly features: RecordFeatures) {}

  /** Returns the entry as the audience may see it; withheld, it keeps its `seq` and nothing else. */
  present(entry: Entry, audience: Audience): VisibleEntry {
    const feature = this.features.find(entry.type);
    return feature?.present(entry, audience) ?? { seq: entry.seq, withheld: true };
  }

  /** Presents several, in their order. */
  presentAll(entries: readonly Entry[], audience: Audience): VisibleEntry[] {
    return entries.map((entry) => this.present(entry, audience));
  }
}
