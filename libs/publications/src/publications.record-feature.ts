import { Injectable } from '@nestjs/common';
import type { Audience, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentPublications } from './publications.presenter.js';
import { SetsRepository } from './sets/sets.repository.js';

/** What the outcome contributes to the record. */
@Injectable()
export class PublicationsRecordFeature implements RecordFeature {
  readonly name = 'publications';

  constructor(private readonly sets: SetsRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'publications.set_drafted':
      case 'publications.set_changed':
      case 'publications.set_reserved':
      case 'publications.set_adopted':
        return this.sets.save(tx, room, entry.data);
      default:
        throw new Error(`Publications know no ${entry.type}.`);
    }
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentPublications(entry, audience);
  }

  showsAsStored(audience: Audience): boolean {
    return audience !== 'public';
  }

  async snapshot(
    tx: EntityManager,
    room: string,
    audience: Audience,
  ): Promise<Pick<RoomSnapshot, 'publications'>> {
    if (audience === 'public') return { publications: { set: null, lines: [] } };
    return { publications: await this.sets.load(tx, room) };
  }
}
