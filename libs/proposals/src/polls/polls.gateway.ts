import { MessageBody } from '@nestjs/websockets';
import type { Ack, CastAnswer } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { CastingService } from './casting.service.js';
import { ClosingService } from './closing.service.js';
import { CancelPollDto } from './dto/cancel-poll.dto.js';
import { CastBallotDto } from './dto/cast-ballot.dto.js';
import { ClosePollDto } from './dto/close-poll.dto.js';
import { CreatePollDto } from './dto/create-poll.dto.js';
import { PollActDto } from './dto/poll-act.dto.js';
import { PollsService } from './polls.service.js';

/** The intents of polls. */
@RoundtableGateway()
export class PollsGateway {
  constructor(
    private readonly polls: PollsService,
    private readonly casting: CastingService,
    private readonly closing: ClosingService,
  ) {}

  @Intent('polls.create')
  @Requires('polls.manage')
  async create(@MessageBody() intent: CreatePollDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.polls.create(member, intent));
  }

  @Intent('polls.start')
  @Requires('polls.manage')
  async start(@MessageBody() intent: PollActDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.polls.start(member, intent));
  }

  @Intent('polls.hide_results')
  @Requires('polls.manage')
  async hideResults(@MessageBody() intent: PollActDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.polls.hideResults(member, intent));
  }

  @Intent('polls.cast')
  @Requires('polls.cast')
  async cast(@MessageBody() intent: CastBallotDto, @CurrentMember() member: Member): Promise<CastAnswer> {
    const { receipt, ...appended } = await this.casting.cast(member, intent);
    return { ...toAck(appended), receipt };
  }

  @Intent('polls.close')
  @Requires('polls.manage')
  async close(@MessageBody() intent: ClosePollDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.closing.close(member, intent));
  }

  @Intent('polls.publish')
  @Requires('polls.manage')
  async publish(@MessageBody() intent: PollActDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.polls.publish(member, intent));
  }

  @Intent('polls.cancel')
  @Requires('polls.manage')
  async cancel(@MessageBody() intent: CancelPollDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.polls.cancel(member, intent));
  }
}
