import type { ServerSecret } from '@roundtable/platform';
import { isUUID } from 'class-validator';
import { timingSafeEqual } from 'node:crypto';
import type { NudgesBySubject, NudgeSubject } from './nudges.js';

/** A room of two thousand, told whole, is a quarter of this. */
const LONGEST_MESSAGE = 1_000_000;
const SEAL_LENGTH = 43;

/** What is shown to people without being read from Postgres first must be from one of our own nodes. */
const SEALED: readonly NudgeSubject[] = ['presence', 'who', 'typing', 'point'];

/** Writes a nudge as it travels: JSON, behind a signature where it is believed as it comes. */
export function writeNudge<S extends NudgeSubject>(
  secret: ServerSecret,
  subject: S,
  nudge: NudgesBySubject[S],
): string {
  const text = JSON.stringify(nudge);
  return SEALED.includes(subject) ? seal(secret, subject, text) + text : text;
}

/** Reads a nudge as it came; null for anything that is none of ours. */
export function readNudge<S extends NudgeSubject>(
  secret: ServerSecret,
  subject: S,
  message: string,
): NudgesBySubject[S] | null {
  if (message.length > LONGEST_MESSAGE) return null;
  const isSealed = SEALED.includes(subject);
  const text = isSealed ? message.slice(SEAL_LENGTH) : message;
  if (isSealed && !isSame(message.slice(0, SEAL_LENGTH), seal(secret, subject, text))) return null;
  const nudge = parse(text);
  if (subject === 'head' && !isHead(nudge)) return null;
  if (subject === 'login' && !isUUID(nudge?.['login'])) return null;
  if (subject === 'document' && !isDocument(nudge)) return null;
  return nudge as NudgesBySubject[S] | null;
}

function seal(secret: ServerSecret, subject: NudgeSubject, text: string): string {
  return secret.sign(`nudge ${subject}`, text).toString('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isHead(nudge: Record<string, unknown> | null): boolean {
  return isUUID(nudge?.['room']) && isCount(nudge?.['seq']) && isCount(nudge?.['epoch']);
}

function isDocument(nudge: Record<string, unknown> | null): boolean {
  return isUUID(nudge?.['room']) && isUUID(nudge?.['proposal']) && isCount(nudge?.['seq']);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
