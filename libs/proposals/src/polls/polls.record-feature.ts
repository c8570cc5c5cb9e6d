import { Injectable } from '@nestjs/common';
import type { Audience, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentPoll, presentPolls } from './polls.presenter.js';
import { PollsRepository } from './polls.repository.js';

/** What polls contribute to the record: every fact carries one poll whole. Ballots are no entries. */
@Injectable()
export class PollsRecordFeature implements RecordFeature {
  readonly name = 'polls';

  constructor(private readonly polls: PollsRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'polls.created':
      case 'polls.changed':
      case 'polls.started':
      case 'polls.closed':
      case 'polls.published':
      case 'polls.cancelled':
        return this.polls.save(tx, room, entry.data.poll);
      default:
        throw new Error(`Polls know no ${entry.type}.`);
    }
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentPolls(entry, audience);
  }

  async snapshot(tx: EntityManager, room: string, audience: Audience): Promise<Pick<RoomSnapshot, 'polls'>> {
    if (audience === 'public') return { polls: { polls: [] } };
    const polls = await this.polls.list(tx, room);
    return { polls: { polls: polls.map((poll) => presentPoll(poll, audience)) } };
  }
}
