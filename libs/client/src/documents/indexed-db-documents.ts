import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { DocumentStore, UnsavedChange } from './document-store.js';

interface DocumentsSchema extends DBSchema {
  changes: {
    key: number;
    value: UnsavedChange & { position?: number };
    indexes: {
      document: [string, string, string];
      room: [string, string];
      client: [string, string, string];
    };
  };
}

/** What idb takes from the DOM's types, which a program without a page does not have. */
interface Closable {
  close(): void;
}

/** Unsaved changes in the browser's IndexedDB: they survive reload and are shared by the tabs of one browser. */
export function indexedDbDocuments(name: string): DocumentStore {
  let opening: Promise<IDBPDatabase<DocumentsSchema>> | null = null;
  const open = (): Promise<IDBPDatabase<DocumentsSchema>> => {
    opening ??= openChanges(name, () => (opening = null));
    return opening;
  };
  return {
    async load({ person, room, proposal }) {
      const database = await open();
      const stored = await database.getAllFromIndex('changes', 'document', [person, room, proposal]);
      return stored.map(({ position: _position, ...change }) => change);
    },
    async put(change) {
      await (await open()).put('changes', change);
    },
    async delete(changes) {
      const transaction = (await open()).transaction('changes', 'readwrite');
      for (const { person, room, clientId } of changes) {
        const position = await transaction.store.index('client').getKey([person, room, clientId]);
        if (position !== undefined) await transaction.store.delete(position);
      }
      await transaction.done;
    },
    async erase({ person, room }) {
      const transaction = (await open()).transaction('changes', 'readwrite');
      const positions = await transaction.store.index('room').getAllKeys([person, room]);
      await Promise.all(positions.map((position) => transaction.store.delete(position)));
      await transaction.done;
    },
  };
}

function openChanges(name: string, forget: () => void): Promise<IDBPDatabase<DocumentsSchema>> {
  const opening = openDB<DocumentsSchema>(name, 1, {
    upgrade(database) {
      const changes = database.createObjectStore('changes', { keyPath: 'position', autoIncrement: true });
      changes.createIndex('document', ['person', 'room', 'proposal']);
      changes.createIndex('room', ['person', 'room']);
      changes.createIndex('client', ['person', 'room', 'clientId']);
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
