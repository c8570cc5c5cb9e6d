import { Injectable } from '@nestjs/common';
import type { ProposalView } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import { RecordReader } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { SupportBasis } from './line-support.js';

/** The proposals of a room, and what their support is counted from. */
export interface SetBasis extends SupportBasis {
  proposals: ProposalView[];
}

/** Reads what a set is drafted from, through the features that own it. */
@Injectable()
export class SetBasisReader {
  constructor(
    private readonly record: RecordReader,
    private readonly meetings: MeetingsRepository,
  ) {}

  /** Everything as staff see it: a fact is presented to each audience when it is read. */
  async read(tx: EntityManager, { room, meeting }: { room: string; meeting: string }): Promise<SetBasis> {
    const { proposals, polls } = await this.record.readSnapshot(tx, room, 'staff');
    const people = await this.meetings.participants(meeting, tx);
    return { proposals: proposals.proposals, polls: polls.polls, people };
  }
}
