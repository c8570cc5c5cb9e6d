import { Get, Param, Query } from '@nestjs/common';
import type { HistoryPage } from '@roundtable/contracts';
import {
  CurrentMember,
  DomainError,
  Requires,
  RoundtableController,
  type Member,
} from '@roundtable/platform';
import { HistoryQueryDto } from './dto/history-query.dto.js';
import { RoomParamsDto } from './dto/room-params.dto.js';
import { RecordReader } from './record-reader.js';

/** Pages of a room's record over HTTP, for scrolling back and for catching up after a long absence. */
@RoundtableController('api/v1/rooms')
export class HistoryController {
  constructor(private readonly reader: RecordReader) {}

  /** `GET /api/v1/rooms/:room/entries?before|after|around=SEQ&limit=N` */
  @Get(':room/entries')
  @Requires('room.read')
  readPage(
    @Param() { room }: RoomParamsDto,
    @Query() { before, after, around, limit }: HistoryQueryDto,
    @CurrentMember() { membership }: Member,
  ): Promise<HistoryPage> {
    const anchors = [before, after, around].filter((anchor) => anchor !== undefined);
    if (anchors.length > 1)
      throw new DomainError('invalid', 'Give only one of before, after and around.', { field: 'around' });
    return this.reader.readPage(room, { before, after, around, limit }, membership.audience);
  }
}
