import type { Audience, Principal, ServerEvents } from '@roundtable/contracts';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { LiveBatch } from './live-batch.js';

/** A socket's place in one room: what it may see there, and what is held back while it catches up. */
export interface Seat {
  room: string;
  participantId: string;
  audience: Audience;
  /** Batches committed while the socket catches up, oldest first; null once it receives live. */
  held: LiveBatch[] | null;
  /** How many entries are held. */
  heldEntries: number;
  /** Set while the socket reads too slowly to be sent entries; `missed` is how far the record went meanwhile. */
  spared: { missed: { epoch: number; head: number } | null } | null;
}

/** What the server keeps with a connection. Set by the handshake; never sent to anybody. */
export interface SocketData {
  principal: Principal;
  /** By room id. */
  seats: Map<string, Seat>;
}

type ToClient = { [E in keyof ServerEvents]: (payload: ServerEvents[E]) => void };

/** A connection that passed the handshake. */
export type LiveSocket = Socket<DefaultEventsMap, ToClient, DefaultEventsMap, SocketData>;

/** The Socket.IO server with the contract's events. */
export type SocketServer = Server<DefaultEventsMap, ToClient, DefaultEventsMap, SocketData>;
