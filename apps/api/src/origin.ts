import type { Config } from '@roundtable/platform';

/**
 * Tells whether a request may come from the page it says it comes from. Browsers always name the origin of sockets
 * and of requests that change something; who names none is no browser, and carries nobody's cookies by accident.
 */
export function isAcceptedOrigin(origin: string | undefined, config: Config): boolean {
  return origin === undefined || config.acceptedOrigins.includes(origin);
}
