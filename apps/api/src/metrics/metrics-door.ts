import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';

/** Where a request came from and what it says of itself. */
export interface MetricsCaller {
  /** Address of the other end of the connection, whatever headers claim. */
  address: string | undefined;
  authorization: string | undefined;
  /** True where a proxy passed it on. */
  isForwarded: boolean;
}

/**
 * Who may read the metrics: whoever has the token; where none is set, programs on this machine that ask directly. A
 * proxy on this machine passes on strangers, so what it passes on is not from this machine.
 */
export function mayReadMetrics(caller: MetricsCaller, token: string | undefined): boolean {
  if (token !== undefined) return isSame(caller.authorization ?? '', `Bearer ${token}`);
  return !caller.isForwarded && isLoopback(caller.address ?? '');
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** Hashed first, so that neither length nor content shows in the time it takes. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
