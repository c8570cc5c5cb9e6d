import { Injectable } from '@nestjs/common';
import type { Audience, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentFloor, presentRequest } from './floor.presenter.js';
import { FloorRepository } from './floor.repository.js';

/** What the floor contributes to the record: every fact carries one request whole. */
@Injectable()
export class FloorRecordFeature implements RecordFeature {
  readonly name = 'floor';

  constructor(private readonly requests: FloorRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'floor.requested':
      case 'floor.withdrawn':
      case 'floor.granted':
      case 'floor.ended':
        return this.requests.save(tx, room, entry.data.request);
      default:
        throw new Error(`The floor knows no ${entry.type}.`);
    }
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentFloor(entry, audience);
  }

  showsAsStored(audience: Audience): boolean {
    return audience !== 'public';
  }

  async snapshot(tx: EntityManager, room: string, audience: Audience): Promise<Pick<RoomSnapshot, 'floor'>> {
    if (audience === 'public') return { floor: { requests: [] } };
    const active = await this.requests.findActive(tx, room);
    return { floor: { requests: active.map(presentRequest) } };
  }
}
