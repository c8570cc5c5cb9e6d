import { Get, Param } from '@nestjs/common';
import type { PollProgress } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { PollParamsDto } from './dto/poll-params.dto.js';
import { PollProgressReader } from './poll-progress.js';

/** What is asked of a poll while it is open; the polls themselves are part of the room's snapshot. */
@RoundtableController('api/v1/rooms/:room/polls')
export class PollsController {
  constructor(
    private readonly record: RecordReader,
    private readonly reader: PollProgressReader,
  ) {}

  /** Turnout, thresholds met so far and one's own votes, asked again and again while the poll is on the screen. */
  @Get(':poll/progress')
  @Requires('room.read')
  progress(@Param() { room, poll }: PollParamsDto, @CurrentMember() member: Member): Promise<PollProgress> {
    return this.record.atOneMoment((tx) => this.reader.read(tx, { room, poll }, member));
  }
}
