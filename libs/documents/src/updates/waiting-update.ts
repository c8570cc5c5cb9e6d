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
