import { Injectable } from '@nestjs/common';
import { AUDIENCES, type ServerEvents } from '@roundtable/contracts';
import { participantChannel, roomChannel, SLOW_READERS } from './channels.js';
import { LiveServer } from './live-server.js';

/** What a room may be told without its being on the record. */
export type RoomEvent = 'record.head' | 'presence.changed' | 'presence.typed';

/** Whom not to tell. */
interface Exception {
  /** Id of the socket that knows already. */
  except?: string;
}

/** Told again by nobody soon, so they wait in the buffer of a reader who is busy for a moment; the others are dropped. */
const KEPT_FOR_SLOW_READERS: readonly RoomEvent[] = ['presence.changed'];

/**
 * Carries what has no `seq` and is never stored, to the sockets of this process. Slow readers get none of it, and are told
 * who is present when they have caught up.
 */
@Injectable()
export class EphemeralLane {
  constructor(private readonly live: LiveServer) {}

  /** Tells everybody who has the room open. */
  tellRoom<E extends RoomEvent>(
    room: string,
    event: E,
    payload: ServerEvents[E],
    { except = '' }: Exception = {},
  ): void {
    const channels = AUDIENCES.map((audience) => roomChannel(room, audience));
    const readers = this.live.server?.local.to(channels).except([except, SLOW_READERS]);
    const lane: EmitsAny | undefined = KEPT_FOR_SLOW_READERS.includes(event) ? readers : readers?.volatile;
    lane?.emit(event, payload);
  }

  /** Tells one participant's tabs and devices something that is theirs alone. */
  tellParticipant<E extends keyof ServerEvents>(
    participantId: string,
    event: E,
    payload: ServerEvents[E],
    { except = '' }: Exception = {},
  ): void {
    const own: EmitsAny | undefined = this.live.server?.local
      .to(participantChannel(participantId))
      .except(except);
    own?.emit(event, payload);
  }
}

/** Socket.IO's typed emit cannot follow a generic event name; the methods above have checked the pair already. */
interface EmitsAny {
  emit(event: string, payload: unknown): boolean;
}
