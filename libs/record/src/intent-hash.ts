import { hash } from 'node:crypto';

/**
 * Hashes an intent's name and content, so that a client id that comes again with other words is found out. SHA-256
 * (hex) of the canonical JSON (RFC 8785) of `{intent, payload}`; the protocol version is left out, since a message
 * that waited in an outbox may be sent by a newer page.
 */
export function hashIntent(intent: string, payload: object): string {
  const text = `{"intent":${JSON.stringify(intent)},"payload":${writeObject(payload, 'v')}}`;
  return hash('sha256', text, 'hex');
}

/**
 * Writes canonical JSON of validated payloads: plain data without cycles. By hand, since it runs for every act and what
 * checks for everything takes five times as long; a test compares the two.
 */
function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) return writeObject(value, null);
  return JSON.stringify(value);
}

function writeObject(object: object, left: string | null): string {
  const members: string[] = [];
  for (const name of Object.keys(object).sort()) {
    const value = (object as Record<string, unknown>)[name];
    if (value !== undefined && name !== left) members.push(`${JSON.stringify(name)}:${write(value)}`);
  }
  return `{${members.join(',')}}`;
}
