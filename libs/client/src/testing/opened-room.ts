import { createConnection, type Connection } from '../connection.js';
import type { DocumentStore } from '../documents/document-store.js';
import type { OutboxStore } from '../outbox.js';
import { openRoom, type Room } from '../room-client.js';
import type { TabLocks } from '../tab-locks.js';
import type { SimulatedServer } from './simulated-server.js';
import { settle, type VirtualTimers } from './virtual-timers.js';

/** One tab: a connection and a room on it. */
export interface Tab {
  connection: Connection;
  room: Room;
  close(): void;
}

/** What a tab shares with the others of its device. */
export interface Device {
  locks?: TabLocks;
  documents?: DocumentStore;
}

export function openTab(
  server: SimulatedServer,
  timers: VirtualTimers,
  outbox: OutboxStore,
  device: Device = {},
): Tab {
  const surroundings = { isOnline: () => true, onChange: () => () => undefined };
  const connection = createConnection({ transport: server, timers, surroundings });
  const http = {
    history: (_room: string, where: { before?: number; after?: number; around?: number; limit: number }) => {
      const first =
        where.after !== undefined
          ? where.after + 1
          : Math.max(1, (where.before ?? where.around ?? 1) - where.limit);
      return Promise.resolve({
        ok: true as const,
        value: server.room.history({ first, limit: where.limit }),
      });
    },
  };
  const room = openRoom({ connection, room: 'plenary', self: 'ainura', outbox, http, timers, ...device });
  const close = (): void => {
    room.close();
    connection.close();
  };
  return { connection, room, close };
}

/** Lets time pass until the condition holds. @throws Error when it never does. */
export async function until(timers: VirtualTimers, condition: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 2_000; turn++) {
    await settle(2);
    if (condition()) return;
    timers.advance(250);
  }
  throw new Error(`It never came about that ${what}.`);
}

/** Lets one tab at a time in, first come first served, as Web Locks do. */
export function sharedLocks(): TabLocks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: (name, task) => {
      const turn = (tails.get(name) ?? Promise.resolve()).then(task);
      tails.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
