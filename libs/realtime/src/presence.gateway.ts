import { ConnectedSocket, MessageBody } from '@nestjs/websockets';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import { DomainError, Intent, Requires, RoundtableGateway } from '@roundtable/platform';
import { TypingDto } from './dto/typing.dto.js';
import { EphemeralLane } from './ephemeral-lane.js';
import type { LiveSocket } from './live-socket.js';

/** Passes on who is typing. Never stored, and dropped first when a reader is slow. */
@RoundtableGateway()
export class PresenceGateway {
  constructor(private readonly lane: EphemeralLane) {}

  @Intent('presence.typing')
  @Requires('discussion.post')
  type(@MessageBody() { room, on }: TypingDto, @ConnectedSocket() socket: LiveSocket): { ok: true } {
    const seat = socket.data.seats.get(room);
    if (!seat) throw new DomainError('not_found', ERROR_SENTENCES.not_found, { field: 'room' });
    this.lane.tellRoom(
      room,
      'presence.typed',
      { room, participant: seat.participantId, on },
      { except: socket.id },
    );
    return { ok: true };
  }
}
