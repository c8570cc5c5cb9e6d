import type { Member } from '@roundtable/platform';

/** What became of an update. */
export interface Updated {
  seq: number;
  duplicate: boolean;
}

/** An update that waits for its commit. */
export interface WaitingUpdate {
  caller: Member;
  clientId: string;
  update: Uint8Array;
  resolve(answer: Updated): void;
  reject(error: unknown): void;
}

/** What an update is answered: what became of it, or what it is refused with. */
export type UpdateResult = { answer: Updated; refusal?: never } | { answer?: never; refusal: unknown };

/** What a transaction did: a result for each act, and what is to be delivered after the commit. */
export interface UpdatesOutcome {
  after: number;
  head: number;
  updates: Uint8Array[];
  results: UpdateResult[];
}
