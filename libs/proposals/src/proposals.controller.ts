import { Get, Param } from '@nestjs/common';
import type { ProposalView, RoomSnapshot } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { MeetingParamsDto } from './dto/meeting-params.dto.js';
import { ProposalParamsDto } from './dto/proposal-params.dto.js';
import { ProposalReader } from './proposal-reader.js';
import { ProposalNotFound } from './proposals.errors.js';

/** Proposals of a meeting's plenary, for reading; their addresses end up in print. */
@RoundtableController('api/v1/meetings/:meeting/proposals')
export class ProposalsController {
  constructor(
    private readonly record: RecordReader,
    private readonly reader: ProposalReader,
  ) {}

  /** All proposals by number, and the decisions by seq. */
  @Get()
  @Requires('room.read')
  list(
    @Param() _: MeetingParamsDto,
    @CurrentMember() { membership }: Member,
  ): Promise<RoomSnapshot['proposals']> {
    const { roomId, audience } = membership;
    return this.record.atOneMoment((tx) => this.reader.readRoom(tx, roomId, audience));
  }

  /** One proposal. */
  @Get(':number')
  @Requires('room.read')
  async show(
    @Param() { number }: ProposalParamsDto,
    @CurrentMember() { membership }: Member,
  ): Promise<ProposalView> {
    const { roomId, audience } = membership;
    const proposal = await this.record.atOneMoment((tx) =>
      this.reader.readOne(tx, roomId, { number }, audience),
    );
    if (!proposal) throw new ProposalNotFound({ number });
    return proposal;
  }
}
