import { Injectable } from '@nestjs/common';
import type { Audience, Entry } from '@roundtable/contracts';
import type { BoundStatement } from '@roundtable/persistence';
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
      case 'discussion.stated':
        return this.messages.insertFirstTexts(tx, room, [entry]);
      case 'discussion.edited':
        return this.messages.replaceText(tx, room, entry);
      case 'discussion.withdrawn':
        return this.messages.markWithdrawn(tx, room, entry);
      case 'discussion.reacted':
        return this.messages.setReactions(tx, room, [entry]);
      default:
        throw new Error(`The discussion knows no ${entry.type}.`);
    }
  }

  /** First texts in a row are one statement, and so are reactions; whatever refers to a text waits until it is there. */
  async projectRun(tx: EntityManager, room: string, entries: readonly Entry[]): Promise<void> {
    const runs = runsOf(entries);
    if (this.projectsAtOnce(entries)) await Promise.all(runs.map((run) => this.projectAlike(tx, room, run)));
    else for (const run of runs) await this.projectAlike(tx, room, run);
  }

  /** First texts and reactions are a statement for each run, on a connection that keeps their order. */
  projectsAtOnce(entries: readonly Entry[]): boolean {
    return entries.every((entry) => isFirstText(entry) || isReaction(entry));
  }

  projection(room: string, entries: readonly Entry[]): BoundStatement | null {
    return entries.every(isFirstText) ? this.messages.firstTexts(room, entries) : null;
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentDiscussion(entry, audience);
  }

  showsAsStored(audience: Audience): boolean {
    return audience !== 'public';
  }

  private async projectAlike(tx: EntityManager, room: string, run: readonly Entry[]): Promise<void> {
    const [first] = run;
    if (!first) return;
    if (isFirstText(first)) await this.messages.insertFirstTexts(tx, room, run);
    else if (isReaction(first)) await this.messages.setReactions(tx, room, run.filter(isReaction));
    else for (const entry of run) await this.project(tx, room, entry);
  }
}

/** Entries in a row that are written in the same way. */
function runsOf(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  let way = '';
  for (const entry of entries) {
    if (wayOf(entry) === way) runs.at(-1)?.push(entry);
    else runs.push([entry]);
    way = wayOf(entry);
  }
  return runs;
}

function wayOf(entry: Entry): string {
  if (isFirstText(entry)) return 'first text';
  return isReaction(entry) ? `reaction ${entry.data.on ? 'on' : 'off'}` : entry.type;
}

function isFirstText({ type }: Entry): boolean {
  return type === 'discussion.posted' || type === 'discussion.stated';
}

function isReaction(entry: Entry): entry is Entry<'discussion.reacted'> {
  return entry.type === 'discussion.reacted';
}
