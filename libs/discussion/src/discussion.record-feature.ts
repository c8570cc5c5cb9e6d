import { Injectable } from '@nestjs/common';
import type { Audience, Entry } from '@roundtable/contracts';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentDiscussion } from './discussion.presenter.js';
import { DiscussionRepository } from './discussion.repository.js';

/** What the discussion contributes to the record. It has no snapshot: the entries themselves are what a reader holds. */
@Injectable()
export class DiscussionRecordFeature implements RecordFeature {
  readonly name = 'discussion';

  constructor(private readonly messages: DiscussionRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'discussion.posted':
        return this.messages.insertMessage(tx, room, entry);
      case 'discussion.stated':
        return this.messages.insertStatement(tx, room, entry);
      case 'discussion.edited':
        return this.messages.replaceText(tx, room, entry);
      case 'discussion.withdrawn':
        return this.messages.markWithdrawn(tx, room, entry);
      case 'discussion.reacted':
        return this.messages.setReaction(tx, room, entry);
      default:
        throw new Error(`The discussion knows no ${entry.type}.`);
    }
  }

  /** First texts in a row are one statement; whatever refers to one of them waits until they are there. */
  async projectRun(tx: EntityManager, room: string, entries: readonly Entry[]): Promise<void> {
    let first: Entry[] = [];
    for (const entry of entries) {
      if (entry.type === 'discussion.posted' || entry.type === 'discussion.stated') {
        first.push(entry);
        continue;
      }
      await this.messages.insertFirstTexts(tx, room, first);
      first = [];
      await this.project(tx, room, entry);
    }
    await this.messages.insertFirstTexts(tx, room, first);
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentDiscussion(entry, audience);
  }
}
