import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ack, PostMessage } from '@roundtable/contracts';
import { compileCheck, type Member } from '@roundtable/platform';
import { HotIntents, type LiveSocket } from '@roundtable/realtime';
import { toAck } from '@roundtable/record';
import { DiscussionService } from './discussion.service.js';
import { PostMessageDto } from './dto/post-message.dto.js';

const isOfTheForm = compileCheck(PostMessageDto);

/**
 * True where the payload is a message that the validation pipe would hand on unchanged. Carriage returns are not
 * certain: the pipe makes line feeds of them.
 */
export function isPlainPost(payload: unknown): payload is PostMessage {
  if (!isOfTheForm(payload)) return false;
  const { body, quote } = payload as PostMessage;
  return !body.includes('\r') && !quote?.includes('\r');
}

/**
 * Takes messages past the framework, from somebody who posted in the room over this connection before. Who that is was
 * found out then; whether they still are and may is asked under the room's lock, as for every message.
 */
@Injectable()
export class HotPost implements OnModuleInit {
  /** Who posted, by connection and room. */
  private readonly known = new WeakMap<LiveSocket, Map<string, Member>>();

  constructor(
    private readonly hot: HotIntents,
    private readonly discussion: DiscussionService,
  ) {}

  onModuleInit(): void {
    this.hot.register('discussion.post', (socket, payload) => this.post(socket, payload));
  }

  /** Remembers who posts by way of the framework, which has found out who they are in the room. */
  remember(socket: LiveSocket, room: string, member: Member): void {
    const rooms = this.known.get(socket) ?? new Map<string, Member>();
    this.known.set(socket, rooms.set(room, member));
  }

  private post(socket: LiveSocket, payload: unknown): Promise<Ack> | null {
    if (!isPlainPost(payload)) return null;
    const member = this.known.get(socket)?.get(payload.room);
    return member ? this.discussion.post(member, payload).then(toAck) : null;
  }
}
