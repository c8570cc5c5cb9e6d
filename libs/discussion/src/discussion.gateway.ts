import { ConnectedSocket, MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import type { LiveSocket } from '@roundtable/realtime';
import { toAck } from '@roundtable/record';
import { DiscussionService } from './discussion.service.js';
import { EditMessageDto } from './dto/edit-message.dto.js';
import { MakeStatementDto } from './dto/make-statement.dto.js';
import { MarkReadDto } from './dto/mark-read.dto.js';
import { PostMessageDto } from './dto/post-message.dto.js';
import { ReactToMessageDto } from './dto/react-to-message.dto.js';
import { WithdrawMessageDto } from './dto/withdraw-message.dto.js';
import { HotPost } from './hot-post.js';
import { ReadMarksService } from './read-marks.service.js';

/** The intents of the discussion. */
@RoundtableGateway()
export class DiscussionGateway {
  constructor(
    private readonly discussion: DiscussionService,
    private readonly readMarks: ReadMarksService,
    private readonly hot: HotPost,
  ) {}

  @Intent('discussion.post')
  @Requires('discussion.post')
  async post(
    @MessageBody() intent: PostMessageDto,
    @CurrentMember() member: Member,
    @ConnectedSocket() socket: LiveSocket,
  ): Promise<Ack> {
    this.hot.remember(socket, intent.room, member);
    return toAck(await this.discussion.post(member, intent));
  }

  @Intent('discussion.state')
  @Requires('discussion.state')
  async state(@MessageBody() intent: MakeStatementDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.discussion.state(member, intent));
  }

  @Intent('discussion.edit')
  @Requires('discussion.change_own')
  async edit(@MessageBody() intent: EditMessageDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.discussion.edit(member, intent));
  }

  @Intent('discussion.withdraw')
  @Requires('discussion.change_own')
  async withdraw(@MessageBody() intent: WithdrawMessageDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.discussion.withdraw(member, intent));
  }

  @Intent('discussion.react')
  @Requires('discussion.react')
  async react(@MessageBody() intent: ReactToMessageDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.discussion.react(member, intent));
  }

  @Intent('discussion.mark_read')
  @Requires('room.read')
  async markRead(
    @MessageBody() intent: MarkReadDto,
    @CurrentMember() member: Member,
    @ConnectedSocket() socket: { id: string },
  ): Promise<{ ok: true }> {
    await this.readMarks.markRead(member, intent, socket.id);
    return { ok: true };
  }
}
