import { Injectable } from '@nestjs/common';
import type { Audience, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentFollowUp } from './follow-up.presenter.js';
import { FollowUpRepository } from './follow-up.repository.js';

/** What the follow-up contributes to the record. */
@Injectable()
export class FollowUpRecordFeature implements RecordFeature {
  readonly name = 'follow_up';

  constructor(private readonly followUps: FollowUpRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'follow_up.begun':
      case 'follow_up.changed':
        return this.followUps.save(tx, room, entry.data.followUp);
      case 'follow_up.reported':
      case 'follow_up.corrected':
        return this.followUps.saveReport(tx, room, entry);
      default:
        throw new Error(`The follow-up knows no ${entry.type}.`);
    }
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentFollowUp(entry, audience);
  }

  showsAsStored(audience: Audience): boolean {
    return audience !== 'public';
  }

  async snapshot(
    tx: EntityManager,
    room: string,
    audience: Audience,
  ): Promise<Pick<RoomSnapshot, 'followUp'>> {
    const followUps = audience === 'public' ? [] : await this.followUps.list(tx, room);
    return { followUp: { followUps } };
  }
}
