import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { EndSpeechDto } from './dto/end-speech.dto.js';
import { GrantFloorDto } from './dto/grant-floor.dto.js';
import { RequestFloorDto } from './dto/request-floor.dto.js';
import { WithdrawRequestDto } from './dto/withdraw-request.dto.js';
import { FloorService } from './floor.service.js';

/** The intents of the floor. */
@RoundtableGateway()
export class FloorGateway {
  constructor(private readonly floor: FloorService) {}

  @Intent('floor.request')
  @Requires('floor.request')
  async request(@MessageBody() intent: RequestFloorDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.floor.request(member, intent));
  }

  @Intent('floor.withdraw')
  @Requires('floor.request')
  async withdraw(@MessageBody() intent: WithdrawRequestDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.floor.withdraw(member, intent));
  }

  @Intent('floor.grant')
  @Requires('floor.manage')
  async grant(@MessageBody() intent: GrantFloorDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.floor.grant(member, intent));
  }

  @Intent('floor.end')
  @Requires('floor.manage')
  async end(@MessageBody() intent: EndSpeechDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.floor.end(member, intent));
  }
}
