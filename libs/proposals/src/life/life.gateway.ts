import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { DecideProposalDto } from '../dto/decide-proposal.dto.js';
import { MergeProposalDto } from '../dto/merge-proposal.dto.js';
import { MoveProposalDto } from '../dto/move-proposal.dto.js';
import { RecommendOnProposalDto } from '../dto/recommend-on-proposal.dto.js';
import { ProposalLifeService } from './proposal-life.service.js';

/** The intents that take a proposal through its life. */
@RoundtableGateway()
export class LifeGateway {
  constructor(private readonly life: ProposalLifeService) {}

  @Intent('proposals.move')
  @Requires('proposals.change')
  async move(@MessageBody() intent: MoveProposalDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.life.move(member, intent));
  }

  @Intent('proposals.decide')
  @Requires('proposals.conduct')
  async decide(@MessageBody() intent: DecideProposalDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.life.decide(member, intent));
  }

  @Intent('proposals.merge')
  @Requires('proposals.capture')
  async merge(@MessageBody() intent: MergeProposalDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.life.merge(member, intent));
  }

  @Intent('proposals.recommend')
  @Requires('proposals.recommend')
  async recommend(
    @MessageBody() intent: RecommendOnProposalDto,
    @CurrentMember() member: Member,
  ): Promise<Ack> {
    return toAck(await this.life.recommend(member, intent));
  }
}
