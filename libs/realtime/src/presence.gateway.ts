import type { OnModuleInit } from '@nestjs/common';
import { ConnectedSocket, MessageBody } from '@nestjs/websockets';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import { DomainError, Intent, Requires, RoundtableGateway } from '@roundtable/platform';
import { TypingDto } from './dto/typing.dto.js';
import { EphemeralLane } from './ephemeral-lane.js';
import type { LiveSocket } from './live-socket.js';
import { Nudges } from './nudges.js';

/** Passes on who is typing. Never stored, and dropped first when a reader is slow. */
@RoundtableGateway()
export class PresenceGateway implements OnModuleInit {
  constructor(
    private readonly lane: EphemeralLane,
    private readonly nudges: Nudges,
  ) {}

  onModuleInit(): void {
    this.nudges.on('typing', ({ node, room, participant, on }) => {
      if (node !== this.nudges.node) this.lane.tellRoom(room, 'presence.typed', { room, participant, on });
    });
  }

  @Intent('presence.typing')
  @Requires('discussion.post')
  type(@MessageBody() { room, on }: TypingDto, @ConnectedSocket() socket: LiveSocket): { ok: true } {
    const seat = socket.data.seats.get(room);
    if (!seat) throw new DomainError('not_found', ERROR_SENTENCES.not_found, { field: 'room' });
    const { participantId: participant } = seat;
    this.lane.tellRoom(room, 'presence.typed', { room, participant, on }, { except: socket.id });
    this.nudges.send('typing', { node: this.nudges.node, room, participant, on });
    return { ok: true };
  }
}
