import { Injectable } from '@nestjs/common';
import type { Audience, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { CommuniquesRepository } from './communique/communiques.repository.js';
import { presentPublications } from './publications.presenter.js';
import { SetsRepository } from './sets/sets.repository.js';

/** What the outcome contributes to the record. */
@Injectable()
export class PublicationsRecordFeature implements RecordFeature {
  readonly name = 'publications';

  constructor(
    private readonly sets: SetsRepository,
    private readonly communiques: CommuniquesRepository,
  ) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'publications.set_drafted':
      case 'publications.set_changed':
      case 'publications.set_reserved':
      case 'publications.set_adopted':
        return this.sets.save(tx, room, entry.data);
      case 'publications.communique_circulated':
        await this.communiques.save(tx, room, entry.data.communique);
        return this.communiques.schedule(tx, room, entry.data.communique);
      case 'publications.communique_drafted':
      case 'publications.communique_changed':
      case 'publications.communique_resolved':
      case 'publications.communique_reserved':
      case 'publications.communique_objected':
      case 'publications.communique_adopted':
        return this.communiques.save(tx, room, entry.data.communique);
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
    if (audience === 'public') return { publications: { set: null, lines: [], communique: null } };
    const { set, lines } = await this.sets.load(tx, room);
    return { publications: { set, lines, communique: await this.communiques.find(tx, room) } };
  }
}
