import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { AddSourcesDto } from './dto/add-sources.dto.js';
import { CaptureProposalDto } from './dto/capture-proposal.dto.js';
import { ChangeProposalDto } from './dto/change-proposal.dto.js';
import { WithdrawProposalDto } from './dto/withdraw-proposal.dto.js';
import { ProposalsService } from './proposals.service.js';

/** The intents of proposals. */
@RoundtableGateway()
export class ProposalsGateway {
  constructor(private readonly proposals: ProposalsService) {}

  @Intent('proposals.capture')
  @Requires('proposals.capture')
  async capture(@MessageBody() intent: CaptureProposalDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.proposals.capture(member, intent));
  }

  @Intent('proposals.add_sources')
  @Requires('proposals.capture')
  async addSources(@MessageBody() intent: AddSourcesDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.proposals.addSources(member, intent));
  }

  @Intent('proposals.change')
  @Requires('proposals.change')
  async change(@MessageBody() intent: ChangeProposalDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.proposals.change(member, intent));
  }

  @Intent('proposals.withdraw')
  @Requires('proposals.change')
  async withdraw(@MessageBody() intent: WithdrawProposalDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.proposals.withdraw(member, intent));
  }
}
