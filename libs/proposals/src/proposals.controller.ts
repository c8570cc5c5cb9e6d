import { Get, Param, Query } from '@nestjs/common';
import type { ProposalStep, ProposalView, RoomSnapshot, SimilarProposal } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { MeetingParamsDto } from './dto/meeting-params.dto.js';
import { ProposalParamsDto } from './dto/proposal-params.dto.js';
import { SimilarQueryDto } from './dto/similar-query.dto.js';
import { ProposalSteps } from './life/proposal-steps.js';
import { ProposalReader } from './proposal-reader.js';
import { ProposalNotFound } from './proposals.errors.js';
import { SimilarProposals } from './similar-proposals.js';

/** Proposals of a meeting's plenary, for reading; their addresses end up in print. */
@RoundtableController('api/v1/meetings/:meeting/proposals')
export class ProposalsController {
  constructor(
    private readonly record: RecordReader,
    private readonly reader: ProposalReader,
    private readonly steps: ProposalSteps,
    private readonly similar: SimilarProposals,
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

  /** Proposals that say what some words say; asked before a new one is captured. */
  @Get('similar')
  @Requires('proposals.capture')
  findSimilar(
    @Param() _: MeetingParamsDto,
    @Query() { words }: SimilarQueryDto,
    @CurrentMember() { membership }: Member,
  ): Promise<SimilarProposal[]> {
    const { roomId: room, audience } = membership;
    return this.record.atOneMoment((tx) => this.similar.find(tx, { room, words, audience }));
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

  /** What became of it, oldest first. */
  @Get(':number/life')
  @Requires('room.read')
  async tellLife(
    @Param() { number }: ProposalParamsDto,
    @CurrentMember() { membership }: Member,
  ): Promise<ProposalStep[]> {
    const { roomId, audience } = membership;
    return this.record.atOneMoment(async (tx) => {
      const proposal = await this.reader.readOne(tx, roomId, { number }, audience);
      if (!proposal) throw new ProposalNotFound({ number });
      return this.steps.read(tx, roomId, proposal.id, audience);
    });
  }
}
