import type { MeetingExport } from '@roundtable/contracts';
import canonicalize from 'canonicalize';

/**
 * Writes an export in the JSON Canonicalization Scheme (RFC 8785): the same meeting always gives the same bytes, so two
 * exports can be compared, hashed and signed.
 */
export function writeCanonicalJson(document: MeetingExport): string {
  return canonicalize(document) ?? '';
}
