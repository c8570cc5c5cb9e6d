import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { AdoptSetDto } from './dto/adopt-set.dto.js';
import { ArrangeSetDto } from './dto/arrange-set.dto.js';
import { ChangeLineDto } from './dto/change-line.dto.js';
import { DraftSetDto } from './dto/draft-set.dto.js';
import { RefreshLineDto } from './dto/refresh-line.dto.js';
import { ReserveDto, WithdrawReservationDto } from './dto/reserve.dto.js';
import { ReservationsService } from './reservations.service.js';
import { SetsService } from './sets.service.js';

/** The intents of the set of proposals. */
@RoundtableGateway()
export class SetsGateway {
  constructor(
    private readonly sets: SetsService,
    private readonly reservations: ReservationsService,
  ) {}

  @Intent('publications.draft_set')
  @Requires('publications.draft')
  async draft(@MessageBody() intent: DraftSetDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.sets.draft(member, intent));
  }

  @Intent('publications.arrange_set')
  @Requires('publications.draft')
  async arrange(@MessageBody() intent: ArrangeSetDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.sets.arrange(member, intent));
  }

  @Intent('publications.change_line')
  @Requires('publications.draft')
  async changeLine(@MessageBody() intent: ChangeLineDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.sets.changeLine(member, intent));
  }

  @Intent('publications.refresh_line')
  @Requires('publications.draft')
  async refreshLine(@MessageBody() intent: RefreshLineDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.sets.refreshLine(member, intent));
  }

  @Intent('publications.reserve')
  @Requires('publications.respond')
  async reserve(@MessageBody() intent: ReserveDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.reservations.reserve(member, intent));
  }

  @Intent('publications.withdraw_reservation')
  @Requires('publications.respond')
  async withdrawReservation(
    @MessageBody() intent: WithdrawReservationDto,
    @CurrentMember() member: Member,
  ): Promise<Ack> {
    return toAck(await this.reservations.withdraw(member, intent));
  }

  @Intent('publications.adopt_set')
  @Requires('publications.adopt')
  async adopt(@MessageBody() intent: AdoptSetDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.sets.adopt(member, intent));
  }
}
