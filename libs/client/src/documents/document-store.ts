import type { ErrorCode } from '@roundtable/contracts';
import type { OutboxScope } from '../outbox.js';

/** Whose changes to which document. */
export interface DocumentScope extends OutboxScope {
  proposal: string;
}

/** A change to a document that was not acknowledged yet. It never changes: merged ones are a new change. */
export interface UnsavedChange extends DocumentScope {
  clientId: string;
  /** Yjs update in base64. */
  update: string;
  /** Set where the server refused the change for what it is: it is kept, and neither sent nor shown any more. */
  refused?: ErrorCode;
}

/**
 * Keeps changes until they are acknowledged. That one is kept twice, alone and merged with others, does no harm: Yjs takes
 * the same words in once.
 */
export interface DocumentStore {
  /** In the order in which they were put. */
  load(scope: DocumentScope): Promise<UnsavedChange[]>;
  put(change: UnsavedChange): Promise<void>;
  delete(changes: readonly UnsavedChange[]): Promise<void>;
  /** Forgets everything of the room: the right to read was taken away. */
  erase(scope: OutboxScope): Promise<void>;
}

/** Lasts as long as the process: for Node and for browsers without storage. */
export function memoryDocuments(): DocumentStore {
  const changes = new Map<string, UnsavedChange>();
  return {
    load: ({ person, room, proposal }) =>
      Promise.resolve(
        [...changes.values()].filter(
          (change) => change.person === person && change.room === room && change.proposal === proposal,
        ),
      ),
    put: (change) => {
      changes.set(keyOf(change), change);
      return Promise.resolve();
    },
    delete: (gone) => {
      for (const change of gone) changes.delete(keyOf(change));
      return Promise.resolve();
    },
    erase: ({ person, room }) => {
      for (const [key, change] of changes)
        if (change.person === person && change.room === room) changes.delete(key);
      return Promise.resolve();
    },
  };
}

function keyOf({ person, room, clientId }: UnsavedChange): string {
  return `${person}/${room}/${clientId}`;
}
