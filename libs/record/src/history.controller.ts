import { Get, Header, Param, Query } from '@nestjs/common';
import {
  CurrentMember,
  DomainError,
  Requires,
  RoundtableController,
  type Member,
} from '@roundtable/platform';
import { HistoryQueryDto } from './dto/history-query.dto.js';
import { RoomParamsDto } from './dto/room-params.dto.js';
import { PageReader } from './page-reader.js';

/** Pages of a room's record over HTTP, for scrolling back and for catching up after a long absence. */
@RoundtableController('api/v1/rooms')
export class HistoryController {
  constructor(private readonly pages: PageReader) {}

  /** `GET /api/v1/rooms/:room/entries?before|after|around=SEQ&limit=N`: a `HistoryPage`. */
  @Get(':room/entries')
  @Requires('room.read')
  @Header('Content-Type', 'application/json; charset=utf-8')
  readPage(
    @Param() { room }: RoomParamsDto,
    @Query() { before, after, around, limit }: HistoryQueryDto,
    @CurrentMember() { membership }: Member,
  ): Promise<string> {
    const anchors = [before, after, around].filter((anchor) => anchor !== undefined);
    if (anchors.length > 1)
      throw new DomainError('invalid', 'Give only one of before, after and around.', { field: 'around' });
    return this.pages.readPage(room, { before, after, around, limit }, membership.audience);
  }
}
