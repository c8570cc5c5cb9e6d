import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { OutboxItem, OutboxStore } from './outbox.js';

/** `position` is allotted by the database, so that the order holds over tabs and clock changes. */
type StoredItem = OutboxItem & { position?: number };

interface OutboxSchema extends DBSchema {
  items: {
    key: number;
    value: StoredItem;
    indexes: { scope: [string, string]; client: [string, string, string] };
  };
}

/** What idb takes from the DOM's types, which a program without a page does not have. */
interface Closable {
  close(): void;
}

/** An outbox in the browser's IndexedDB: it survives reload and is shared by the tabs of one browser. */
export function indexedDbOutbox(name: string): OutboxStore {
  let opening: Promise<IDBPDatabase<OutboxSchema>> | null = null;
  const open = (): Promise<IDBPDatabase<OutboxSchema>> => {
    opening ??= openOutbox(name, () => (opening = null));
    return opening;
  };
  return {
    async load(scope) {
      const database = await open();
      const stored = await database.getAllFromIndex('items', 'scope', [scope.person, scope.room]);
      return stored.map(withoutPosition);
    },
    async put(item) {
      const transaction = (await open()).transaction('items', 'readwrite');
      const position = await transaction.store
        .index('client')
        .getKey([item.person, item.room, item.clientId]);
      await transaction.store.put(position === undefined ? item : { ...item, position });
      await transaction.done;
    },
    async delete(item) {
      const transaction = (await open()).transaction('items', 'readwrite');
      const position = await transaction.store
        .index('client')
        .getKey([item.person, item.room, item.clientId]);
      if (position !== undefined) await transaction.store.delete(position);
      await transaction.done;
    },
    async erase(scope) {
      const transaction = (await open()).transaction('items', 'readwrite');
      const positions = await transaction.store.index('scope').getAllKeys([scope.person, scope.room]);
      await Promise.all(positions.map((position) => transaction.store.delete(position)));
      await transaction.done;
    },
  };
}

function openOutbox(name: string, forget: () => void): Promise<IDBPDatabase<OutboxSchema>> {
  const opening = openDB<OutboxSchema>(name, 1, {
    upgrade(database) {
      const items = database.createObjectStore('items', { keyPath: 'position', autoIncrement: true });
      items.createIndex('scope', ['person', 'room']);
      items.createIndex('client', ['person', 'room', 'clientId'], { unique: true });
    },
    // Another tab with a newer version of the page wants in.
    blocking: () => {
      void opening.then((database: unknown) => {
        (database as Closable).close();
      });
      forget();
    },
    terminated: forget,
  });
  // The next use tries again, e.g. after the person allowed storage.
  opening.catch(forget);
  return opening;
}

function withoutPosition({ position: _position, ...item }: StoredItem): OutboxItem {
  return item as OutboxItem;
}
