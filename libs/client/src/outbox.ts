import type { AppendIntent, IntentPayload, WireError } from '@roundtable/contracts';

/** What an intent carries beside version, room and clientId, which the client adds. */
export type Words<N extends AppendIntent = AppendIntent> = Omit<IntentPayload<N>, 'v' | 'room' | 'clientId'>;

/** Whose words for which room: nobody else's outbox is ever sent for them. `person` is the participant's id. */
export interface OutboxScope {
  person: string;
  room: string;
}

/** An intent that was not acknowledged yet. */
export type OutboxItem<N extends AppendIntent = AppendIntent> = {
  [K in N]: OutboxScope & {
    clientId: string;
    intent: K;
    words: Words<K>;
    /** Milliseconds since 1970, by this device's clock. */
    createdAt: number;
    /** Last seq known when it was said: the entry it becomes comes later than that. */
    after: number;
    /** Set where the server refused it for good; it waits for the person to change or discard it. */
    refused: WireError | null;
  };
}[N];

/** Keeps what was said until it is acknowledged. */
export interface OutboxStore {
  /** In the order in which the items were first put. */
  load(scope: OutboxScope): Promise<OutboxItem[]>;
  /** Adds the item, or replaces the one with its clientId in its place. */
  put(item: OutboxItem): Promise<void>;
  delete(item: OutboxItem): Promise<void>;
  /** Forgets everything of the scope: the right to read was taken away. */
  erase(scope: OutboxScope): Promise<void>;
}

/** An outbox that lasts as long as the process: for Node and for browsers without storage. */
export function memoryOutbox(): OutboxStore {
  const items = new Map<string, OutboxItem>();
  const ofScope = (scope: OutboxScope): OutboxItem[] =>
    [...items.values()].filter((item) => item.person === scope.person && item.room === scope.room);
  return {
    load: (scope) => Promise.resolve(ofScope(scope)),
    put: (item) => {
      items.set(keyOf(item), item);
      return Promise.resolve();
    },
    delete: (item) => {
      items.delete(keyOf(item));
      return Promise.resolve();
    },
    erase: (scope) => {
      for (const item of ofScope(scope)) items.delete(keyOf(item));
      return Promise.resolve();
    },
  };
}

function keyOf(item: OutboxItem): string {
  return `${item.person}/${item.room}/${item.clientId}`;
}
