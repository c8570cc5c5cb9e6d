import {
  createConnection,
  createHttp,
  indexedDbDocuments,
  indexedDbOutbox,
  openRoom,
  socketIoTransport,
  type Connection,
  type Room,
  type RoomState,
} from '@roundtable/client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { eraseDraft } from '../discussion/draft-store.js';

export interface Opened {
  connection: Connection;
  client: Room;
}

const outbox = indexedDbOutbox('roundtable');
const documents = indexedDbDocuments('roundtable-documents');

/** Opens the connection and the room while mounted. Null until it is known as whom. */
export function useOpenRoom(roomId: string, self: string | null): { opened: Opened | null; reopen(): void } {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (self === null) return;
    const connection = createConnection({ transport: socketIoTransport() });
    const client = openRoom({ connection, room: roomId, self, outbox, documents, http: createHttp() });
    const stopWatching = client.subscribe(() => {
      if (client.getView().erased) eraseDraft(roomId, self);
    });
    setOpened({ connection, client });
    return () => {
      setOpened(null);
      stopWatching();
      client.close();
      connection.close();
    };
  }, [roomId, self, attempt]);
  return { opened, reopen: useCallback(() => setAttempt((count) => count + 1), []) };
}

export function useRoomState(client: Room): RoomState;
export function useRoomState(client: Room | null): RoomState | null;
export function useRoomState(client: Room | null): RoomState | null {
  return useSyncExternalStore<RoomState | null>(
    client?.subscribe ?? subscribeToNothing,
    client?.getView ?? nothing,
  );
}

const subscribeToNothing = () => () => undefined;
const nothing = () => null;
