import type { Attendance } from '@roundtable/contracts';
import {
  connectWithCookie,
  createHttp,
  enterByLink,
  memoryOutbox,
  openRoom,
  whenState,
  type Connection,
  type OutboxStore,
  type Room,
} from '@roundtable/client';

/** Somebody in a room, through the same client library that the web app uses. */
export interface RoomVisitor {
  room: Room;
  connection: Connection;
  cookie: string;
  meeting: string;
  participant: string;
  leave(): void;
}

export interface VisitOptions {
  attendance?: Attendance;
  outbox?: OutboxStore;
  /** False where the room cannot be read yet, or not any more. */
  untilLive?: boolean;
}

/** Enters by a personal link and waits until the room is live. */
export async function visit(link: string, options: VisitOptions = {}): Promise<RoomVisitor> {
  const url = new URL(link).origin;
  const entered = await enterByLink(url, link, { attendance: options.attendance ?? 'remote' });
  const connection = connectWithCookie(url, entered.cookie);
  const room = openRoom({
    connection,
    room: entered.room,
    self: entered.participant,
    outbox: options.outbox ?? memoryOutbox(),
    http: createHttp({ url, cookie: entered.cookie }),
  });
  if (options.untilLive !== false) await whenState(room, ({ status }) => status === 'live');
  return {
    room,
    connection,
    cookie: entered.cookie,
    meeting: entered.meeting,
    participant: entered.participant,
    leave: () => {
      room.close();
      connection.close();
    },
  };
}

/** The words of a room as one client shows them, in order: [author, body]. */
export function wordsIn({ room }: RoomVisitor): [string | null, string | null][] {
  const messages = room.getView().record?.messages;
  return messages ? [...messages.values()].map(({ author, body }) => [author, body]) : [];
}

/** Waits until a client has applied everything up to `seq`. */
export async function caughtUp({ room }: RoomVisitor, seq: number): Promise<void> {
  await whenState(room, ({ record }) => (record?.head ?? 0) >= seq);
}
