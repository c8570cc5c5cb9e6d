import type { Reaction } from '@roundtable/contracts';
import { NothingChanged, NotYours, TargetWithdrawn } from './discussion.errors.js';

/** What the rules need to know of a message or a statement. */
export interface Message {
  seq: number;
  kind: 'message' | 'statement';
  speaker: string | null;
  /** Who entered a statement; null for messages. */
  recorder: string | null;
  body: string;
  version: number;
  isWithdrawn: boolean;
}

/** Who wants to change it. */
export interface Changer {
  participant: string;
  isStaff: boolean;
}

/**
 * Messages are changed by their author alone. Statements are the rapporteur's words about somebody else's: whoever
 * entered one may change it, and so may staff. The speaker's own correction belongs to the review.
 */
export function mayChange(message: Message, changer: Changer): boolean {
  if (message.kind === 'message') return message.speaker === changer.participant;
  return changer.isStaff || message.recorder === changer.participant;
}

/**
 * Gives the version that an edit becomes.
 * @throws NotYours, TargetWithdrawn or NothingChanged.
 */
export function decideEdit(message: Message, changer: Changer, body: string): number {
  if (!mayChange(message, changer)) throw new NotYours(message.seq);
  if (message.isWithdrawn) throw new TargetWithdrawn(message.seq);
  if (message.body === body) throw new NothingChanged({ target: message.seq });
  return message.version + 1;
}

/** @throws NotYours, or TargetWithdrawn where it was withdrawn before. */
export function decideWithdrawal(message: Message, changer: Changer): void {
  if (!mayChange(message, changer)) throw new NotYours(message.seq);
  if (message.isWithdrawn) throw new TargetWithdrawn(message.seq);
}

/**
 * A reaction is set or taken back, not toggled, so that a repeated press is harmless; taking back is possible even
 * where the words are gone.
 * @throws TargetWithdrawn, or NothingChanged where the reaction stands as wanted already.
 */
export function decideReaction(
  message: Message,
  wanted: { reaction: Reaction; on: boolean },
  isOnNow: boolean,
): void {
  if (message.isWithdrawn && wanted.on) throw new TargetWithdrawn(message.seq);
  if (wanted.on === isOnNow) throw new NothingChanged({ target: message.seq, reaction: wanted.reaction });
}
