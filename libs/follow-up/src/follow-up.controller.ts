import { Get, Param } from '@nestjs/common';
import type { FollowUpTimeline, FollowUpView } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { isUUID } from 'class-validator';
import { FollowUpMissing } from './follow-up.errors.js';
import { FollowUpRepository } from './follow-up.repository.js';

/** What became of a meeting's proposals, for reading. */
@RoundtableController('api/v1/meetings/:meeting/follow-up')
export class FollowUpController {
  constructor(
    private readonly record: RecordReader,
    private readonly followUps: FollowUpRepository,
  ) {}

  /** By the proposals' numbers. */
  @Get()
  @Requires('follow_up.read')
  list(@CurrentMember() { membership }: Member): Promise<FollowUpView[]> {
    return this.record.atOneMoment((tx) => this.followUps.list(tx, membership.roomId));
  }

  /** The reports on one, newest first, each with what it said before it was corrected. */
  @Get(':followUp/updates')
  @Requires('follow_up.read')
  timeline(
    @CurrentMember() { membership: { roomId: room } }: Member,
    @Param('followUp') id: string,
  ): Promise<FollowUpTimeline> {
    return this.record.atOneMoment(async (tx) => {
      if (!isUUID(id) || !(await this.followUps.find(tx, room, id)))
        throw new FollowUpMissing(id.slice(0, 40));
      return this.followUps.updates(tx, room, id);
    });
  }
}
