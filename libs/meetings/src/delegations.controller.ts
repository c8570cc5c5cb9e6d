import type { DelegationView } from '@roundtable/contracts';
import { Body, Delete, Param, Post, Put } from '@nestjs/common';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { DelegationsService } from './delegations.service.js';
import { ActDto } from './dto/meeting.dto.js';
import { SaveDelegationDto } from './dto/people.dto.js';

/** The delegations to a meeting. */
@RoundtableController('api/v1/meetings/:meeting/delegations')
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Requires('meetings.manage')
  @Post()
  add(@CurrentMember() member: Member, @Body() body: SaveDelegationDto): Promise<DelegationView> {
    return this.delegations.save(member, body);
  }

  @Requires('meetings.manage')
  @Put(':delegation')
  change(
    @CurrentMember() member: Member,
    @Param('delegation') delegation: string,
    @Body() body: SaveDelegationDto,
  ): Promise<DelegationView> {
    return this.delegations.save(member, body, delegation);
  }

  @Requires('meetings.manage')
  @Delete(':delegation')
  async remove(
    @CurrentMember() member: Member,
    @Param('delegation') delegation: string,
    @Body() body: ActDto,
  ): Promise<{ ok: true }> {
    await this.delegations.remove(member, delegation, body);
    return { ok: true };
  }
}
