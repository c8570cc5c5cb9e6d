import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Hashes an intent's name and content, so that a client id that comes again with other words is found out. SHA-256
 * (hex) of the canonical JSON (RFC 8785) of `{intent, payload}`; the protocol version is left out, since a message
 * that waited in an outbox may be sent by a newer page.
 */
export function hashIntent(intent: string, payload: object): string {
  const content = Object.fromEntries(Object.entries(payload).filter(([field]) => field !== 'v'));
  const text = canonicalize({ intent, payload: content }) ?? '';
  return createHash('sha256').update(text).digest('hex');
}
