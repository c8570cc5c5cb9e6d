import { ERROR_SENTENCES, type Refusal, type WireError } from '@roundtable/contracts';
import type { OutboxItem } from './outbox.js';

/** `sent`: acknowledged as `seq`, its entry is on the way. */
export type PendingStatus = 'waiting' | 'sending' | 'sent' | 'refused';

/** An own intent that has no entry in the view yet. */
export type PendingItem = OutboxItem & {
  status: PendingStatus;
  /** Seq of the entry it became, once acknowledged. */
  seq: number | null;
  /** True where it may have reached the server. */
  attempted: boolean;
};

/** What became of something said, once that is certain. A ballot has a receipt. */
export type SendResult = { ok: true; seq: number; at: string; receipt?: string } | Refusal;

/** What a send helper gives back at once. */
export interface Sending {
  clientId: string;
  /** Settles when the server has accepted or refused it, however long that takes. Never rejects. */
  done: Promise<SendResult>;
}

/** What lay on the device may have reached the server before. */
export function restored(item: OutboxItem): PendingItem {
  return { ...item, status: item.refused === null ? 'waiting' : 'refused', seq: null, attempted: true };
}

/** Said where nothing can be sent any more. */
export function refusedAtOnce(error: WireError): Sending {
  const message = error.message || ERROR_SENTENCES[error.code];
  return { clientId: '', done: Promise.resolve({ ok: false, error: { ...error, message } }) };
}
