import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { CommuniquesService } from './communiques.service.js';
import {
  AdoptCommuniqueDto,
  ChangeCommuniqueDto,
  CirculateDto,
  DraftCommuniqueDto,
  ObjectionDto,
  ResolveBracketDto,
} from './dto/communique.dto.js';
import { ReserveOnCommuniqueDto, WithdrawCommuniqueReservationDto } from './dto/footnote.dto.js';
import { SilenceService } from './silence.service.js';

/** The intents of the communique. */
@RoundtableGateway()
export class CommuniquesGateway {
  constructor(
    private readonly communiques: CommuniquesService,
    private readonly silence: SilenceService,
  ) {}

  @Intent('publications.draft_communique')
  @Requires('publications.draft')
  async draft(@MessageBody() intent: DraftCommuniqueDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.communiques.draft(member, intent));
  }

  @Intent('publications.change_communique')
  @Requires('publications.draft')
  async change(@MessageBody() intent: ChangeCommuniqueDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.communiques.change(member, intent));
  }

  @Intent('publications.resolve_bracket')
  @Requires('publications.draft')
  async resolve(@MessageBody() intent: ResolveBracketDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.communiques.resolve(member, intent));
  }

  @Intent('publications.reserve_on_communique')
  @Requires('publications.respond')
  async reserve(
    @MessageBody() intent: ReserveOnCommuniqueDto,
    @CurrentMember() member: Member,
  ): Promise<Ack> {
    return toAck(await this.silence.reserve(member, intent));
  }

  @Intent('publications.withdraw_communique_reservation')
  @Requires('publications.respond')
  async withdrawReservation(
    @MessageBody() intent: WithdrawCommuniqueReservationDto,
    @CurrentMember() member: Member,
  ): Promise<Ack> {
    return toAck(await this.silence.withdrawReservation(member, intent));
  }

  @Intent('publications.adopt_communique')
  @Requires('publications.adopt')
  async adopt(@MessageBody() intent: AdoptCommuniqueDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.communiques.adopt(member, intent));
  }

  @Intent('publications.circulate')
  @Requires('publications.adopt')
  async circulate(@MessageBody() intent: CirculateDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.silence.circulate(member, intent));
  }

  @Intent('publications.object')
  @Requires('publications.respond')
  async object(@MessageBody() intent: ObjectionDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.silence.object(member, intent));
  }
}
