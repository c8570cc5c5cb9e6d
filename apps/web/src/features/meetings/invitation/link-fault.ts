import { ApiError } from '../../../app/api-error.js';

const LOOK_AGAIN_MS = 30_000;

const FAULTS = new Set<string>([
  'link_invalid',
  'not_found',
  'link_revoked',
  'participant_removed',
  'link_expired',
]);

/** True where the link itself is at fault, so that it will not open later either. */
export function isLinkAtFault(problem: Error | null): boolean {
  return problem instanceof ApiError && FAULTS.has(problem.code);
}

/** When the page behind a link looks again, in milliseconds; never where that cannot help. */
export function lookAgainMs(problem: Error | null): number | false {
  return isLinkAtFault(problem) ? false : LOOK_AGAIN_MS;
}
