import type { Ack } from '@roundtable/contracts';
import type { Appended } from './append-command.js';

/** Answers an intent that was appended, or that had been before. */
export function toAck({ seq, at, duplicate }: Appended): Ack {
  return { ok: true, seq, at, ...(duplicate && { duplicate }) };
}
