import { Injectable } from '@nestjs/common';
import type { Audience, Entry } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentDocuments } from './documents.presenter.js';
import { VersionsRepository } from './versions/versions.repository.js';

/** What documents contribute to the record: their versions. The words between two versions are no entries. */
@Injectable()
export class DocumentsRecordFeature implements RecordFeature {
  readonly name = 'documents';

  constructor(private readonly versions: VersionsRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    if (entry.type !== 'documents.versioned') throw new Error(`Documents know no ${entry.type}.`);
    await this.versions.save(tx, room, entry.data.version);
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentDocuments(entry, audience);
  }
}
