import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { TakePositionDto } from '../dto/take-position.dto.js';
import { PositionsService } from './positions.service.js';

/** The intent of positions. */
@RoundtableGateway()
export class PositionsGateway {
  constructor(private readonly positions: PositionsService) {}

  @Intent('proposals.position')
  @Requires('proposals.position')
  async take(@MessageBody() intent: TakePositionDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.positions.take(member, intent));
  }
}
