import { Get, Param } from '@nestjs/common';
import type { MessageVersion } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { MessageParamsDto } from './dto/message-params.dto.js';
import { MessageVersions } from './message-versions.js';

/** What of the discussion is read over HTTP beside the record itself. */
@RoundtableController('api/v1/rooms/:room/messages')
export class DiscussionController {
  constructor(private readonly versions: MessageVersions) {}

  /** The texts that a message or statement had, oldest first. */
  @Get(':seq/versions')
  @Requires('room.read')
  list(@Param() { room, seq }: MessageParamsDto, @CurrentMember() member: Member): Promise<MessageVersion[]> {
    return this.versions.list(room, seq, member.membership.audience);
  }
}
