import { createHash } from 'node:crypto';
import type { BallotPick, CastBallot } from '@roundtable/contracts';
import canonicalize from 'canonicalize';

/**
 * What a voter is handed for a ballot: sixteen hexadecimal digits in groups of four, made of the poll and of the client
 * id, which only the voter's device knows. It says nothing of the ballot, so it proves to nobody how one voted.
 */
export function receiptOf(poll: string, clientId: string): string {
  return (digest(['receipt', poll, clientId]).slice(0, 16).match(/.{4}/g) ?? []).join('-');
}

/**
 * Recognises a ballot that is sent again. The client id is in it, with 74 random bits, so that the ballot cannot be
 * found by trying all there are.
 */
export function fingerprintOf(clientId: string, elector: string, picks: readonly BallotPick[]): string {
  return digest(['ballot', clientId, elector, canonicalize(picks) ?? '']);
}

/** The same for a named ballot, with all that was said in it. */
export function namedFingerprint({ clientId, elector, reason, picks }: CastBallot): string {
  return fingerprintOf(clientId, JSON.stringify([elector ?? null, reason ?? null]), picks);
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
