import { Injectable } from '@nestjs/common';
import type { Audience, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentAmendments } from './amendments.presenter.js';
import { AmendmentsRepository } from './amendments.repository.js';

/** What amendments contribute to the record. */
@Injectable()
export class AmendmentsRecordFeature implements RecordFeature {
  readonly name = 'amendments';

  constructor(private readonly amendments: AmendmentsRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'amendments.tabled':
      case 'amendments.sponsored':
      case 'amendments.recommended':
      case 'amendments.accepted':
      case 'amendments.rejected':
      case 'amendments.withdrawn':
      case 'amendments.rebased':
      case 'amendments.promoted':
        return this.amendments.save(tx, room, [entry.data.amendment], entry.seq);
      case 'amendments.merged':
      case 'amendments.carried':
        return this.amendments.save(tx, room, entry.data.amendments, entry.seq);
      case 'amendments.regulated':
        return this.amendments.setStop(tx, room, entry.data);
      default:
        throw new Error(`Amendments know no ${entry.type}.`);
    }
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentAmendments(entry, audience);
  }

  showsAsStored(audience: Audience): boolean {
    return audience !== 'public';
  }

  async snapshot(
    tx: EntityManager,
    room: string,
    audience: Audience,
  ): Promise<Pick<RoomSnapshot, 'amendments'>> {
    if (audience === 'public') return { amendments: { amendments: [], stops: [] } };
    return {
      amendments: {
        amendments: await this.amendments.load(tx, room),
        stops: await this.amendments.stops(tx, room),
      },
    };
  }
}
