import { createHash } from 'node:crypto';
import type { SetLineView } from '@roundtable/contracts';
import canonicalize from 'canonicalize';

/** SHA-256, in hex, of the canonical JSON (RFC 8785) of what a text says: the same words always give the same hash. */
export function hashContent(content: object): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '', 'utf8')
    .digest('hex');
}

/** The hash of a set: its title and its lines in order, with their reservations and adoptions. */
export function hashSet(title: string, lines: readonly SetLineView[]): string {
  return hashContent({ title, lines });
}
