import type { ItemView } from '@roundtable/contracts';
import { Body, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { AgendaService } from './agenda.service.js';
import { MoveItemDto, SaveItemDto } from './dto/item.dto.js';
import { ActDto } from './dto/meeting.dto.js';

/** The agenda of a meeting. */
@RoundtableController('api/v1/meetings/:meeting/items')
export class AgendaController {
  constructor(private readonly agenda: AgendaService) {}

  @Requires('agenda.manage')
  @Post()
  add(@CurrentMember() member: Member, @Body() body: SaveItemDto): Promise<ItemView> {
    return this.agenda.add(member, body);
  }

  @Requires('agenda.manage')
  @Put(':item')
  change(
    @CurrentMember() member: Member,
    @Param('item') item: string,
    @Body() body: SaveItemDto,
  ): Promise<ItemView> {
    return this.agenda.change(member, item, body);
  }

  @Requires('agenda.manage')
  @Post(':item/move')
  @HttpCode(200)
  move(
    @CurrentMember() member: Member,
    @Param('item') item: string,
    @Body() body: MoveItemDto,
  ): Promise<ItemView> {
    return this.agenda.move(member, item, body);
  }

  @Requires('agenda.manage')
  @Post(':item/open')
  @HttpCode(200)
  open(
    @CurrentMember() member: Member,
    @Param('item') item: string,
    @Body() body: ActDto,
  ): Promise<ItemView> {
    return this.agenda.open(member, item, body);
  }

  @Requires('agenda.manage')
  @Post(':item/close')
  @HttpCode(200)
  close(
    @CurrentMember() member: Member,
    @Param('item') item: string,
    @Body() body: ActDto,
  ): Promise<ItemView> {
    return this.agenda.close(member, item, body);
  }

  @Requires('agenda.manage')
  @Delete(':item')
  async remove(
    @CurrentMember() member: Member,
    @Param('item') item: string,
    @Body() body: ActDto,
  ): Promise<{ ok: true }> {
    await this.agenda.remove(member, item, body);
    return { ok: true };
  }
}
